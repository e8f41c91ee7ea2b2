package io.qihang.enterprise.citylist;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.crypto.Vault;
import io.qihang.enterprise.Usccs;
import io.qihang.enterprise.domain.Listing;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import io.qihang.testing.Workbooks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How the city platform's list comes in, is laid beside our registrations and taken back. */
@SystemTest
class CityListJourney {

    private static final String PATH = "/api/v1/desk/platform-listings";
    private static final String QINGSHUI = "371525104";
    private static final String LIULIN = "371525103";
    private static final List<String> HEADINGS = List.of("统一社会信用代码", "企业名称", "乡镇（街道）", "注册时间");

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Limits limits;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    private final String uscc = Usccs.next();
    private final String name = "冠县对照" + uscc.substring(10, 17) + "有限公司";
    private final List<String> listings = new ArrayList<>();
    private Api officer = new Api("");
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void hire() {
        limits.forget();
        officer = staffing.hire(Role.COUNTY_OFFICER).api();
        today = Times.dayOf(clock.instant());
    }

    /** Leaves no list behind that other tests would see counted. */
    @AfterEach
    void takeBack() {
        listings.forEach(it -> officer.post(PATH + "/" + it + "/undo", ""));
    }

    private Api.Reply send(Api by, String mode, List<?>... rows) {
        List<List<?>> all = new ArrayList<>(List.of(HEADINGS));
        all.addAll(List.of(rows));
        return Workbooks.upload(by, PATH + "?county=371525&mode=" + mode + "&listedOn=" + today, Workbooks.of(all));
    }

    private String applied(List<?>... rows) {
        String listing = send(officer, "apply", rows).expect(200).at("/listing");
        listings.add(listing);
        return listing;
    }

    private List<Object> row(String code, String unit, LocalDate day) {
        return new ArrayList<>(List.of(code, name, unit, day));
    }

    private void registerIn(String unit) {
        new Listing(database, vault).add(uscc, name, unit, null);
        phones.signIn()
                .api()
                .once()
                .post(
                        "/api/v1/registrations",
                        Map.of(
                                "uscc", uscc,
                                "name", name,
                                "operatingUnit", unit,
                                "countsAt", "OPERATING",
                                "industry", "C34",
                                "contactName", "虚构联系人",
                                "contactPhone", "13800009999",
                                "role", "CLERK"))
                .expect(201);
    }

    private List<JsonNode> found(String how, String unit) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            var page = officer.get(PATH + "/differences?county=371525&asOf=" + today + "&found=" + how + "&unit=" + unit
                            + "&limit=100" + after)
                    .expect(200);
            page.json().path("items").forEach(all::add);
            after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
        } while (!after.isEmpty());
        return all;
    }

    private static List<String> codes(List<JsonNode> pairs) {
        return pairs.stream().map(it -> it.path("uscc").asString()).toList();
    }

    @Test
    void a_dry_run_writes_nothing() {
        var report = send(officer, "dry-run", row(uscc, "清水镇", today)).expect(200);
        assertThat(report.at("/rows")).isEqualTo("1");
        assertThat(report.json().path("listing").isNull()).isTrue();
        assertThat(codes(found("ONLY_LISTED", QINGSHUI))).doesNotContain(uscc);
    }

    @Test
    void an_enterprise_is_found_on_one_list_or_on_both() {
        String stranger = Usccs.next();
        registerIn(QINGSHUI);
        assertThat(codes(found("ONLY_OURS", QINGSHUI))).contains(uscc);

        applied(row(uscc, "清水镇", today), row(stranger, "清水镇", today));
        assertThat(codes(found("BOTH", QINGSHUI))).contains(uscc).doesNotContain(stranger);
        assertThat(codes(found("ONLY_OURS", QINGSHUI))).doesNotContain(uscc);
        assertThat(codes(found("ONLY_LISTED", QINGSHUI))).containsExactly(stranger);
        assertThat(codes(found("ONLY_LISTED", LIULIN))).isEmpty();
    }

    @Test
    void two_lists_that_put_it_into_different_units_say_so() {
        registerIn(QINGSHUI);
        applied(row(uscc, "柳林镇", today));
        for (String unit : List.of(QINGSHUI, LIULIN)) {
            var pair = found("BOTH", unit).stream()
                    .filter(it -> it.path("uscc").asString().equals(uscc))
                    .findFirst()
                    .orElseThrow();
            assertThat(pair.path("unitsDiffer").asBoolean()).isTrue();
            assertThat(pair.path("unitName").asString()).isEqualTo("清水镇");
            assertThat(pair.path("listedUnitName").asString()).isEqualTo("柳林镇");
        }
    }

    @Test
    void a_registration_dated_in_another_year_does_not_count_and_is_told() {
        registerIn(QINGSHUI);
        applied(row(uscc, "清水镇", today.minusYears(1)));
        assertThat(codes(found("BOTH", QINGSHUI))).doesNotContain(uscc);
        var pair = found("ONLY_OURS", QINGSHUI).stream()
                .filter(it -> it.path("uscc").asString().equals(uscc))
                .findFirst()
                .orElseThrow();
        assertThat(pair.path("listedRegisteredOn").asString())
                .isEqualTo(today.minusYears(1).toString());
    }

    @Test
    void the_newest_list_counts_and_taking_it_back_brings_the_former_back() {
        applied(row(uscc, "清水镇", today));
        String second = applied(row(Usccs.next(), "清水镇", today));
        assertThat(codes(found("ONLY_LISTED", QINGSHUI))).doesNotContain(uscc);
        officer.post(PATH + "/" + second + "/undo", "").expect(204);
        officer.post(PATH + "/" + second + "/undo", "").expect(409, "REGISTER_IMPORT_UNDONE");
        assertThat(codes(found("ONLY_LISTED", QINGSHUI))).containsExactly(uscc);
        assertThat(officer.get(PATH + "?county=371525&limit=100").expect(200).text())
                .contains(second, "名录.xlsx");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 91371525MA  | 统一社会信用代码 | 统一社会信用代码不对：应为 18 位，填了 10 位。请对照营业执照检查。
            1 | -           | 企业名称      | 不能为空
            2 | 清水         | 所属乡镇      | 县里没有“清水”，请写乡镇、街道或开发区的全称
            2 | -           | 所属乡镇      | 不能为空
            3 | 今年         | 注册日期      | 应为日期，如 2015-03-01
            3 | 2099-01-01  | 注册日期      | 晚于名单日期
            """)
    void a_wrong_cell_is_named_and_keeps_the_whole_file_out(int place, String value, String column, String reason) {
        String right = Usccs.next();
        List<Object> wrong = row(uscc, "清水镇", today);
        wrong.set(place, value.equals("-") ? "" : value);
        var report = send(officer, "dry-run", row(right, "清水镇", today), wrong).expect(200);
        assertThat(report.at("/errorCount")).isEqualTo("1");
        assertThat(report.at("/errors/0/row")).isEqualTo("3");
        assertThat(report.at("/errors/0/column")).isEqualTo(column);
        assertThat(report.at("/errors/0/reason")).startsWith(reason);
        send(officer, "apply", row(right, "清水镇", today), wrong).expect(422, "ROWS_WRONG");
        assertThat(codes(found("ONLY_LISTED", QINGSHUI))).doesNotContain(right);
    }

    @Test
    void a_code_that_stands_twice_a_missing_column_and_a_list_of_tomorrow_are_refused() {
        var report = send(officer, "dry-run", row(uscc, "清水镇", today), row(uscc, "柳林镇", today))
                .expect(200);
        assertThat(report.at("/errors/0/reason")).isEqualTo("与第 2 行重复");
        byte[] narrow = Workbooks.of(List.of(List.of("企业名称"), List.of(name)));
        Workbooks.upload(officer, PATH + "?county=371525&mode=apply&listedOn=" + today, narrow)
                .expect(400, "COLUMN_MISSING");
        byte[] file = Workbooks.of(List.of(HEADINGS, row(uscc, "清水镇", today)));
        Workbooks.upload(officer, PATH + "?county=371525&mode=apply&listedOn=" + today.plusDays(1), file)
                .expect(400, "LISTING_FROM_THE_FUTURE");
    }

    @Test
    void only_the_countys_own_officers_import_list_and_undo() {
        String listing = applied(row(uscc, "清水镇", today));
        var baoding = staffing.hire(new RegionCode("130600"), Role.COUNTY_OFFICER, null, null)
                .api();
        send(baoding, "apply", row(uscc, "清水镇", today)).expect(404, "NOT_FOUND");
        baoding.get(PATH + "?county=371525").expect(404, "NOT_FOUND");
        baoding.get(PATH + "/differences?county=371525&found=BOTH&asOf=" + today)
                .expect(404, "NOT_FOUND");
        baoding.post(PATH + "/" + listing + "/undo", "").expect(404, "NOT_FOUND");
        officer.post(PATH + "/" + UUID.randomUUID() + "/undo", "").expect(404, "NOT_FOUND");
        staffing.hireFor(QINGSHUI)
                .api()
                .post(PATH + "/" + listing + "/undo", "")
                .expect(403, "FORBIDDEN");
    }
}
