package io.qihang.enterprise.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.enterprise.Usccs;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import io.qihang.testing.Workbooks;
import io.qihang.workbook.Sheet;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the county's own register comes in from Excel, becomes facts, and is taken back. */
@SystemTest
class RegisterJourney {

    private static final String PATH = "/api/v1/desk/register/imports";
    private static final List<String> HEADINGS =
            List.of("统一社会信用代码", "企业名称", "所属乡镇", "联系电话", "亩产效益", "营业收入(万元)", "产业链", "成立日期", "备注");

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient database;

    private Api officer = new Api("");
    private final String uscc = Usccs.next();
    private final String name = "冠县名录" + uscc.substring(10, 17) + "有限公司";

    @BeforeEach
    void hire() {
        limits.forget();
        officer = staffing.hire(Role.COUNTY_OFFICER).api();
    }

    private static byte[] workbook(List<?>... rows) {
        List<List<?>> all = new ArrayList<>();
        all.add(HEADINGS);
        all.addAll(Arrays.asList(rows));
        return Workbooks.of(all);
    }

    private List<?> row(String grade) {
        return List.of(
                uscc.toLowerCase(java.util.Locale.ROOT),
                name,
                "县经济开发区",
                13700000088L,
                grade,
                1234.5,
                "轴承",
                LocalDate.of(2015, 3, 1),
                "不留");
    }

    private static Api.Reply send(Api by, String mode, byte[] file) {
        return Workbooks.upload(by, PATH + "?county=371525&mode=" + mode + "&effectiveFrom=2026-01-01", file);
    }

    private String applied(List<?>... rows) {
        return send(officer, "apply", workbook(rows)).expect(200).at("/importId");
    }

    private Api.Reply register(Phones.Person person) {
        return person.api()
                .once()
                .post(
                        "/api/v1/registrations",
                        Map.of(
                                "uscc", uscc,
                                "name", name,
                                "operatingUnit", "371525104",
                                "countsAt", "OPERATING",
                                "industry", "C34",
                                "contactName", "虚构联系人",
                                "contactPhone", "13800009999",
                                "role", "CLERK"));
    }

    private int listed() {
        return database.sql("select count(*) from register_entry where uscc = :uscc")
                .param("uscc", uscc)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_dry_run_says_what_would_happen_and_writes_nothing() {
        var report = send(officer, "dry-run", workbook(row("A"))).expect(200);
        assertThat(report.at("/added")).isEqualTo("1");
        assertThat(report.at("/errorCount")).isEqualTo("0");
        assertThat(report.json().path("importId").isNull()).isTrue();
        assertThat(report.json().path("ignoredColumns").toString()).isEqualTo("[\"备注\"]");
        assertThat(listed()).isZero();
    }

    @Test
    void an_applied_register_lets_its_enterprises_in_proves_their_phone_and_gives_them_facts() {
        applied(row("A"));
        var boss = phones.signIn("13700000088");
        String enterprise = register(boss).expect(201).at("/enterprise");
        var own = boss.api().get("/api/v1/enterprises/" + enterprise).expect(200);
        assertThat(own.at("/proofName")).isEqualTo("名录电话一致");
        assertThat(own.at("/details/unitName")).isEqualTo("开发区");
        assertThat(facts(own))
                .containsExactly("成立日期 2015-03-01 null", "产业链 轴承 null", "亩产效益等级 A null", "营业收入 12345000 \"元\"");
        assertThat(own.at("/details/facts/0/effectiveFrom")).isEqualTo("2026-01-01");
        assertThat(own.at("/details/facts/0/source")).isEqualTo("企业名录导入");
        assertThat(database.sql("select contact_phone from register_entry where uscc = :uscc")
                        .param("uscc", uscc)
                        .query(String.class)
                        .single())
                .startsWith("v1.")
                .doesNotContain("13700000088");
    }

    private static List<String> facts(Api.Reply own) {
        return own.json()
                .at("/details/facts")
                .valueStream()
                .map(it -> it.path("name").asString() + " " + it.path("value").asString() + " " + it.path("unit"))
                .toList();
    }

    @Test
    void a_later_import_changes_the_facts_and_its_undoing_brings_the_former_back() {
        String first = applied(row("A"));
        var boss = phones.signIn("13700000088");
        String enterprise = register(boss).expect(201).at("/enterprise");
        var again = send(officer, "apply", workbook(row("A"))).expect(200);
        assertThat(again.at("/unchanged")).isEqualTo("1");
        String second = applied(row("B"));
        assertThat(grade(boss, enterprise)).contains("亩产效益等级 B null");

        officer.post(PATH + "/" + first + "/undo", "").expect(409, "REGISTER_IMPORT_OVERTAKEN");
        officer.post(PATH + "/" + second + "/undo", "").expect(204);
        officer.post(PATH + "/" + second + "/undo", "").expect(409, "REGISTER_IMPORT_UNDONE");
        assertThat(grade(boss, enterprise)).contains("亩产效益等级 A null");
        officer.post(PATH + "/" + first + "/undo", "").expect(204);
        assertThat(grade(boss, enterprise)).isEmpty();
        assertThat(listed()).isZero();
        assertThat(officer.get(PATH + "?county=371525&limit=100").expect(200).text())
                .contains(first, second, "名录.xlsx");
    }

    private static List<String> grade(Phones.Person boss, String enterprise) {
        return facts(boss.api().get("/api/v1/enterprises/" + enterprise).expect(200));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 91371525MA       | 统一社会信用代码   | 统一社会信用代码不对：应为 18 位，填了 10 位。请对照营业执照检查。
            0 | -                | 统一社会信用代码   | 不能为空
            1 | -                | 企业名称        | 不能为空
            2 | 清水             | 所属乡镇        | 县里没有“清水”，请写乡镇、街道或开发区的全称
            3 | 1370000          | 联系电话        | 应为 11 位手机号，或带区号的座机号
            4 | E                | 亩产效益        | 应为 A、B、C、D 之一
            5 | 一千万             | 营业收入（万元）   | 应为数字
            7 | 去年              | 成立日期        | 应为日期，如 2015-03-01
            7 | 2015-02-30       | 成立日期        | 没有这一天
            """)
    void a_wrong_cell_is_named_and_keeps_the_whole_file_out(int place, String value, String column, String reason) {
        List<Object> wrong = new ArrayList<>(row("A"));
        wrong.set(place, value.equals("-") ? "" : value);
        List<Object> right = new ArrayList<>(row("A"));
        String other = Usccs.next();
        right.set(0, other);
        byte[] file = workbook(right, wrong);
        var report = send(officer, "dry-run", file).expect(200);
        assertThat(report.at("/errorCount")).isEqualTo("1");
        assertThat(report.at("/errors/0/row")).isEqualTo("3");
        assertThat(report.at("/errors/0/column")).isEqualTo(column);
        assertThat(report.at("/errors/0/reason")).isEqualTo(reason);
        var refused = send(officer, "apply", file).expect(422, "ROWS_WRONG");
        assertThat(refused.at("/errors/0/field")).isEqualTo("第 3 行 " + column);
        assertThat(database.sql("select count(*) from register_entry where uscc = :uscc")
                        .param("uscc", other)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_code_that_stands_twice_is_wrong() {
        var report = send(officer, "dry-run", workbook(row("A"), row("B"))).expect(200);
        assertThat(report.at("/errors/0/reason")).isEqualTo("与第 2 行重复");
    }

    @Nested
    class A_file {

        @Test
        void without_a_needed_column_is_refused() {
            byte[] file = Workbooks.of(List.of(List.of("企业名称"), List.of(name)));
            assertThat(send(officer, "dry-run", file)
                            .expect(400, "COLUMN_MISSING")
                            .at("/detail"))
                    .contains("统一社会信用代码");
        }

        @Test
        void of_too_many_rows_or_columns_is_refused() {
            List<List<?>> tall = new ArrayList<>(List.of(List.of("统一社会信用代码", "企业名称")));
            tall.addAll(Collections.nCopies(Sheet.MAX_ROWS + 1, List.of(uscc, name)));
            send(officer, "dry-run", Workbooks.of(tall)).expect(413, "WORKBOOK_TOO_LARGE");
            byte[] wide = Workbooks.of(List.of(Collections.nCopies(Sheet.MAX_COLUMNS + 1, "列")));
            send(officer, "dry-run", wide).expect(413, "WORKBOOK_TOO_LARGE");
        }

        @Test
        void that_is_no_workbook_or_a_bomb_is_refused() {
            send(officer, "dry-run", "a,b\n1,2".getBytes(StandardCharsets.UTF_8))
                    .expect(400, "WORKBOOK_UNREADABLE");
            byte[] bomb = Workbooks.zip(
                    Map.of("xl/workbook.xml", new byte[10], "xl/sharedStrings.xml", new byte[30 * 1024 * 1024]));
            send(officer, "dry-run", bomb).expect(400, "WORKBOOK_SUSPICIOUS");
            byte[] hollow = Workbooks.zip(Map.of("xl/workbook.xml", "<x/>".getBytes(StandardCharsets.UTF_8)));
            send(officer, "dry-run", hollow).expect(400, "WORKBOOK_UNREADABLE");
        }

        @Test
        void of_data_from_the_future_or_in_an_unknown_mode_is_refused() {
            String later = LocalDate.of(2099, 1, 1).toString();
            Workbooks.upload(officer, PATH + "?county=371525&mode=dry-run&effectiveFrom=" + later, workbook(row("A")))
                    .expect(400, "FACT_FROM_THE_FUTURE");
            send(officer, "force", workbook(row("A"))).expect(400, "INVALID_FIELDS");
        }
    }

    @Test
    void only_the_countys_own_officers_import_list_and_undo() {
        String id = applied(row("A"));
        var baoding = staffing.hire(new RegionCode("130600"), Role.COUNTY_OFFICER, null, null)
                .api();
        send(baoding, "apply", workbook(row("B"))).expect(404, "NOT_FOUND");
        baoding.get(PATH + "?county=371525").expect(404, "NOT_FOUND");
        baoding.post(PATH + "/" + id + "/undo", "").expect(404, "NOT_FOUND");
        baoding.post(PATH + "/" + UUID.randomUUID() + "/undo", "").expect(404, "NOT_FOUND");
        var township = staffing.hireFor("371525104").api();
        send(township, "apply", workbook(row("B"))).expect(403, "FORBIDDEN");
        township.post(PATH + "/" + id + "/undo", "").expect(403, "FORBIDDEN");
        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void a_whole_county_comes_in_at_once() {
        List<List<?>> rows = new ArrayList<>(List.of(List.of("统一社会信用代码", "企业名称", "规模")));
        for (int i = 0; i < Sheet.MAX_ROWS; i++) {
            rows.add(List.of(Usccs.next(), "冠县全量" + i + "有限公司", "小型"));
        }
        var report = send(officer, "apply", Workbooks.of(rows)).expect(200);
        assertThat(report.at("/added")).isEqualTo("5000");
        officer.post(PATH + "/" + report.at("/importId") + "/undo", "").expect(204);
    }
}
