package io.qihang.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.crypto.Vault;
import io.qihang.embedded.DemoPlan;
import io.qihang.enterprise.Usccs;
import io.qihang.enterprise.domain.Listing;
import io.qihang.plan.domain.Plans;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import io.qihang.testing.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How a plan reads beside what was registered: from an accepted enterprise to the figure, its names and the export. */
@SystemTest
class PlanJourney {

    private static final String QINGQUAN = "371525001";
    private static final String CHONGWEN = "371525002";
    private static final String COUNTY = "371525";

    @Autowired
    Phones phones;

    @Autowired
    Staffing staffing;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    private final String uscc = Usccs.next();
    private final String name = "冠县计划" + uscc.substring(10, 17) + "有限公司";
    private Api officer = new Api("");
    private String plan = "";

    /** Away from the end of a year, which the journey must not cross. */
    @BeforeEach
    void aPlanForTheYear() {
        limits.forget();
        if (today().getMonthValue() == 12) clock.move(Duration.ofDays(40));
        new DemoPlan(plans, clock).copyTo(today().getYear());
        plan = "/api/v1/desk/plans/" + today().getYear();
        officer = staffing.hire(Role.COUNTY_OFFICER).api();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }

    private String register() {
        String registration = phones.signIn()
                .api()
                .once()
                .post(
                        "/api/v1/registrations",
                        Map.of(
                                "uscc", uscc,
                                "name", name,
                                "operatingUnit", QINGQUAN,
                                "countsAt", "OPERATING",
                                "industry", "C34",
                                "contactName", "虚构联系人",
                                "contactPhone", "13800009999",
                                "role", "CLERK"))
                .expect(201)
                .at("/registration");
        return staffing.hireFor(QINGQUAN)
                .api()
                .post("/api/v1/desk/registrations/" + registration + "/acceptance", Map.of("memberProof", "OFFICER"))
                .expect(200)
                .at("/enterprise");
    }

    private JsonNode item(Api by, int no, String asOf) {
        return by.get(plan + "?asOf=" + asOf).expect(200).json().at("/items/" + (no - 1));
    }

    private static JsonNode cell(JsonNode item, String unit) {
        return item.path("cells")
                .valueStream()
                .filter(it -> it.path("unit").asString().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private int done(String unit, LocalDate asOf) {
        return cell(item(officer, 6, asOf.toString()), unit).path("done").asInt();
    }

    private List<String> names(Api by, String unit, String rest) {
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            var page = by.get(plan + "/items/6/units/" + unit + rest + "&limit=100" + after)
                    .expect(200);
            page.json().path("items").forEach(it -> names.add(it.path("name").asString()));
            after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
        } while (!after.isEmpty());
        return names;
    }

    private List<String> members(String unit, LocalDate asOf) {
        return names(officer, unit, "/members?asOf=" + asOf);
    }

    @Test
    void an_accepted_enterprise_counts_opens_as_a_name_and_moves_from_a_day_on() {
        LocalDate accepted = today();
        int qingquan = done(QINGQUAN, accepted);
        int chongwen = done(CHONGWEN, accepted);
        int total = item(officer, 6, accepted.toString()).at("/total/done").asInt();

        String enterprise = register();
        assertThat(done(QINGQUAN, accepted)).isEqualTo(qingquan + 1);
        assertThat(item(officer, 6, accepted.toString()).at("/total/done").asInt())
                .isEqualTo(total + 1);
        assertThat(done(QINGQUAN, accepted.minusDays(1))).as("the day before").isLessThanOrEqualTo(qingquan);
        assertThat(members(QINGQUAN, accepted)).contains(name).hasSize(qingquan + 1);
        assertThat(members(QINGQUAN, accepted.minusDays(1))).doesNotContain(name);
        assertThat(members(COUNTY, accepted)).contains(name).hasSize(total + 1);

        clock.move(Duration.ofDays(5));
        officer = staffing.hire(Role.COUNTY_OFFICER).api();
        LocalDate moved = accepted.plusDays(2);
        officer.post(
                        "/api/v1/desk/enterprises/" + enterprise + "/moves",
                        Map.of("unit", CHONGWEN, "effectiveFrom", moved.toString(), "reason", "厂房搬迁"))
                .expect(204);
        assertThat(done(QINGQUAN, accepted)).isEqualTo(qingquan + 1);
        assertThat(done(QINGQUAN, moved.minusDays(1))).isEqualTo(qingquan + 1);
        assertThat(members(QINGQUAN, moved.minusDays(1))).contains(name);
        assertThat(done(QINGQUAN, moved)).isEqualTo(qingquan);
        assertThat(done(CHONGWEN, moved)).isEqualTo(chongwen + 1);
        assertThat(members(CHONGWEN, today())).contains(name);
        assertThat(members(QINGQUAN, today())).doesNotContain(name);
        assertThat(item(officer, 6, today().toString()).at("/total/done").asInt())
                .isEqualTo(total + 1);
    }

    @Test
    void the_registers_enterprises_are_missing_until_they_register() {
        new Listing(database, vault).add(uscc, name, QINGQUAN, null);
        String missing = "/missing?asOf=" + today();
        assertThat(names(officer, QINGQUAN, missing)).contains(name);
        assertThat(names(officer, CHONGWEN, missing)).doesNotContain(name);
        phones.signIn()
                .api()
                .once()
                .post(
                        "/api/v1/registrations",
                        Map.of(
                                "uscc", uscc,
                                "name", name,
                                "operatingUnit", QINGQUAN,
                                "countsAt", "OPERATING",
                                "industry", "C34",
                                "contactName", "虚构联系人",
                                "contactPhone", "13800009999",
                                "role", "CLERK"))
                .expect(201);
        assertThat(names(officer, QINGQUAN, missing)).doesNotContain(name);
        assertThat(names(officer, QINGQUAN, "/missing?asOf=" + today().minusDays(1)))
                .contains(name);
        officer.get(plan + "/items/1/units/" + QINGQUAN + "/missing").expect(404, "PLAN_NO_SOURCE");
        officer.get(plan + "/items/1/units/" + QINGQUAN + "/members").expect(404, "PLAN_NO_SOURCE");
        officer.get(plan + "/items/20/units/" + QINGQUAN + "/members").expect(404, "NOT_FOUND");
    }

    @Test
    void the_citys_own_list_stands_beside_ours_with_its_date_and_names() {
        register();
        String other = Usccs.next();
        String otherName = "冠县名单" + other.substring(10, 17) + "有限公司";
        byte[] list = Workbooks.of(List.of(
                List.of("统一社会信用代码", "企业名称", "所属乡镇", "注册日期"), List.of(other, otherName, "清泉街道", today().toString())));
        String listing = Workbooks.upload(
                        officer, "/api/v1/desk/platform-listings?county=371525&mode=apply&listedOn=" + today(), list)
                .expect(200)
                .at("/listing");
        JsonNode item = item(officer, 6, today().toString());
        assertThat(item.path("comparedName").asString()).isEqualTo("市平台名单");
        assertThat(item.path("comparedUpTo").asString()).isEqualTo(today().toString());
        assertThat(cell(item, QINGQUAN).path("compared").asInt()).isEqualTo(1);
        assertThat(cell(item, CHONGWEN).path("compared").asInt()).isZero();
        assertThat(item.at("/total/compared").asInt()).isEqualTo(1);
        assertThat(cell(item, QINGQUAN).path("done").asInt()).isPositive();
        assertThat(names(officer, QINGQUAN, "/members?figure=COMPARED&asOf=" + today()))
                .containsExactly(otherName);

        officer.post("/api/v1/desk/platform-listings/" + listing + "/undo", "").expect(204);
        assertThat(item(officer, 6, today().toString()).at("/total/compared").asInt(-1))
                .isNotEqualTo(1);
    }

    @Test
    void the_document_is_shown_as_it_is_and_items_without_data_say_so() {
        JsonNode documented = officer.get("/api/v1/desk/plans/2023").expect(200).json();
        assertThat(documented.path("statusName").asString()).isEqualTo("生效");
        assertThat(documented.path("asOf").asString()).isEqualTo("2023-12-31");
        assertThat(documented.path("units").valueStream().map(it -> it.path("name")
                        .asString()))
                .containsExactly(
                        "开发区", "清泉街道", "崇文街道", "烟庄街道", "斜店乡", "东古城镇", "北馆陶镇", "万善乡", "店子镇", "清水镇", "兰沃乡", "甘官屯镇", "柳林镇",
                        "范寨镇", "辛集镇", "定远寨镇", "桑阿镇", "贾镇", "梁堂镇");
        assertThat(documented.path("items").valueStream().map(it -> it.path("no")
                        .asInt()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
        JsonNode registrations = documented.at("/items/5");
        assertThat(registrations.at("/cells/1/targets/0/text").asString()).isEqualTo("20家");
        assertThat(registrations.at("/cells/1/done").asInt(-1))
                .as("nothing is dated in 2023")
                .isZero();
        assertThat(registrations.at("/total/targets/0/value").asString()).isEqualTo("380");
        assertThat(registrations.path("noSource").isNull()).isTrue();
        assertThat(registrations.path("deadlineOn").asString()).isEqualTo("2023-12-31");

        JsonNode declared = documented.at("/items/0");
        assertThat(declared.path("noSource").asString()).isEqualTo("尚无数据来源");
        assertThat(declared.at("/cells/0/done").isNull()).isTrue();
        assertThat(declared.at("/cells/0/recognised").isNull()).isTrue();

        JsonNode giants = documented.at("/items/2");
        assertThat(giants.path("countyWide").asBoolean()).isTrue();
        assertThat(giants.path("cells").isEmpty()).isTrue();
        assertThat(giants.at("/total/targets/0/text").asString()).isEqualTo("2家以上");
        assertThat(documented.at("/items/7/total/targets").valueStream().map(it -> it.path("text")
                        .asString()))
                .containsExactly("市级2个", "省级1个", "国家级1个");
        JsonNode growth = documented.at("/items/10");
        assertThat(growth.at("/cells/0/targets/0/text").asString()).isEqualTo("10%");
        assertThat(growth.at("/total/targets").isEmpty()).isTrue();
        JsonNode integration = documented.at("/items/12");
        assertThat(integration.at("/total/targets/0/value").asString()).isEqualTo("38");
        assertThat(integration.at("/inBody/0/target/value").asString()).isEqualTo("4");
        assertThat(integration.at("/inBody/0/note").asString()).contains("口径不同，勿混用");
        assertThat(documented.path("onlyInBody").valueStream().map(it -> it.path("name")
                        .asString()))
                .contains("绿色工厂", "制造业技改项目（滚动实施）");

        JsonNode demo = officer.get(plan).expect(200).json();
        assertThat(demo.path("statusName").asString()).isEqualTo("演示");
        assertThat(demo.path("name").asString()).endsWith("（演示）").startsWith(Integer.toString(today().getYear()));
        assertThat(demo.at("/items/5/deadlineOn").asString()).isEqualTo(today().getYear() + "-12-31");
        assertThat(officer.get("/api/v1/desk/plans").expect(200).text()).contains("演示", "生效");
        officer.get("/api/v1/desk/plans/2022").expect(404, "NOT_FOUND");
        officer.get(plan + "?asOf=" + today().plusDays(1)).expect(400, "PLAN_DAY_TO_COME");
    }

    @Test
    void a_township_sees_its_own_figures_and_the_totals_and_no_others() {
        var qingquan = staffing.hireFor(QINGQUAN).api();
        JsonNode own = qingquan.get(plan).expect(200).json();
        assertThat(own.path("units").valueStream().map(it -> it.path("code").asString()))
                .containsExactly(QINGQUAN);
        assertThat(own.at("/items/5/cells").size()).isEqualTo(1);
        assertThat(own.at("/items/5/total/targets/0/value").asString()).isEqualTo("380");
        String items = plan + "/items/6/units/";
        qingquan.get(items + QINGQUAN + "/members").expect(200);
        qingquan.get(items + QINGQUAN + "/missing").expect(200);
        for (String place : List.of(CHONGWEN, COUNTY, "371525999")) {
            qingquan.get(items + place + "/members").expect(404, "NOT_FOUND");
            qingquan.get(items + place + "/missing").expect(404, "NOT_FOUND");
        }
        qingquan.get(plan + "/export").expect(403, "FORBIDDEN");
        String differences = "/api/v1/desk/platform-listings/differences?county=371525&found=BOTH&asOf=" + today();
        qingquan.get(differences + "&unit=" + QINGQUAN).expect(200);
        qingquan.get(differences + "&unit=" + CHONGWEN).expect(404, "NOT_FOUND");
        qingquan.get(differences).expect(404, "NOT_FOUND");

        var baoding = staffing.hire(new io.qihang.platform.RegionCode("130600"), Role.COUNTY_OFFICER, null, null)
                .api();
        baoding.get(plan).expect(404, "NOT_FOUND");
        assertThat(baoding.get("/api/v1/desk/plans").expect(200).json().isEmpty())
                .isTrue();
    }

    @Test
    void the_export_is_the_annex_with_a_second_sheet_of_what_was_done() throws IOException {
        register();
        int done = done(QINGQUAN, today());
        var reply = officer.get(plan + "/export").expect(200);
        assertThat(reply.header("Content-Disposition")).contains("attachment", ".xlsx");
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(reply.bytes()))) {
            Sheet annex = book.getSheet("计划");
            assertThat(text(annex, 0, 0)).endsWith("（演示）");
            assertThat(row(annex, 1))
                    .hasSize(24)
                    .startsWith("序号", "项目名称", "开发区", "清泉街道")
                    .endsWith("梁堂镇", "总数", "完成时限", "工信局联系人");
            assertThat(row(annex, 7))
                    .startsWith("6", "“聊城企业政策通”平台注册数量", "20", "20")
                    .contains("380");
            assertThat(row(annex, 4)).startsWith("3", "专精特新“小巨人”企业", "重点培育2家以上");
            assertThat(row(annex, 12)).startsWith("11", "研发投入月度增长率", "10%");
            assertThat(annex.getMergedRegions().stream().map(it -> it.formatAsString()))
                    .contains("A1:X1", "C5:U5", "A22:X22");
            assertThat(text(annex, 21, 0)).startsWith("备注：以上项目");
            assertThat(book.getSheetAt(0).getRow(7).getCell(3).getNumericCellValue())
                    .isEqualTo(20);

            Sheet figures = book.getSheet("完成情况");
            assertThat(text(figures, 0, 0)).contains("截至 " + today());
            assertThat(row(figures, 2)).contains("尚无数据来源");
            assertThat(text(figures, 7, 3)).isEqualTo(Integer.toString(done));
        }
        assertThat(database.sql("select count(*) from audit_event where action = 'plan.export' and object_id = :year")
                        .param("year", Integer.toString(today().getYear()))
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private static List<String> row(Sheet sheet, int row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < sheet.getRow(row).getLastCellNum(); i++) cells.add(text(sheet, row, i));
        return cells;
    }

    private static String text(Sheet sheet, int row, int column) {
        return new org.apache.poi.ss.usermodel.DataFormatter()
                .formatCellValue(sheet.getRow(row).getCell(column));
    }
}
