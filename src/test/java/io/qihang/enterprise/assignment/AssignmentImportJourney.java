package io.qihang.enterprise.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Api;
import io.qihang.testing.Staffing;
import io.qihang.testing.Workbooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round's list from Excel: whole or not at all, and after the lists before it. */
class AssignmentImportJourney extends AssignmentPlay {

    private static final List<String> HEADINGS = List.of("统一社会信用代码", "企业名称", "专员登录名", "类别", "派出单位", "是否主责");

    @Autowired
    JdbcClient database;

    private record Firm(EnterpriseId id, String uscc, String name) {}

    private Firm firm() {
        EnterpriseId id = firms.in(QINGSHUI);
        return database.sql("select uscc, name from enterprise where id = :id")
                .param("id", id.value())
                .query((row, number) -> new Firm(id, row.getString("uscc"), row.getString("name")))
                .single();
    }

    private static List<String> row(Firm firm, Staffing.Member staff) {
        return List.of(
                firm.uscc(), firm.name(), staff.loginName().toUpperCase(java.util.Locale.ROOT), "助企服务专员", "工信局", "");
    }

    private Api.Reply send(String round, String mode, List<?>... rows) {
        List<List<?>> all = new ArrayList<>();
        all.add(HEADINGS);
        all.addAll(Arrays.asList(rows));
        return Workbooks.upload(
                officer, "/api/v1/desk/assignment-rounds/" + round + "/imports?mode=" + mode, Workbooks.of(all));
    }

    private static List<String> counts(Api.Reply report) {
        return List.of(report.at("/added"), report.at("/replaced"), report.at("/unchanged"));
    }

    @Test
    void a_dry_run_writes_nothing_and_the_list_applies_once() {
        String round = round("2023-09-01");
        var firm = firm();
        var staff = commissioner();
        assertThat(counts(send(round, "dry-run", row(firm, staff)).expect(200))).containsExactly("1", "0", "0");
        assertThat(assignments.mainOf(firm.id())).isEmpty();
        assertThat(counts(send(round, "apply", row(firm, staff)).expect(200))).containsExactly("1", "0", "0");
        assertThat(counts(send(round, "apply", row(firm, staff)).expect(200))).containsExactly("0", "0", "1");
        assertThat(assignments.mainOf(firm.id()).orElseThrow().staff()).isEqualTo(staff.id());
        assertThat(all(officer.get("/api/v1/desk/assignment-rounds/" + round + "/assignments"), "staffName"))
                .hasSize(1);
    }

    @Test
    void a_new_round_follows_the_earlier_from_today_and_both_are_kept() {
        var stays = firm();
        var changes = firm();
        var ended = firm();
        var one = commissioner();
        var other = commissioner();
        String earlier = round("2022-03-01");
        send(earlier, "apply", row(stays, one), row(changes, one), row(ended, one))
                .expect(200);
        end(assignmentOf(earlier, ended), TODAY.minusDays(1)).expect(204);
        set(TODAY.plusDays(30));
        String later = round("2023-10-01");
        var report = send(later, "apply", row(stays, one), row(changes, other), row(ended, other))
                .expect(200);
        assertThat(counts(report)).containsExactly("1", "2", "0");

        assertThat(assignments.isAssigned(one.id(), changes.id(), TODAY.plusDays(29)))
                .isTrue();
        assertThat(assignments.isAssigned(one.id(), changes.id(), TODAY.plusDays(30)))
                .isFalse();
        assertThat(assignments.portfolioOf(other.id(), TODAY.plusDays(30)))
                .containsExactlyInAnyOrder(changes.id(), ended.id());
        assertThat(assignments.portfolioOf(one.id(), TODAY.plusDays(30))).containsExactly(stays.id());
        assertThat(all(officer.get("/api/v1/desk/assignment-rounds/" + earlier + "/assignments"), "endReason"))
                .hasSize(3)
                .anySatisfy(it -> assertThat(it).startsWith("新一轮名单："));
    }

    private String assignmentOf(String round, Firm firm) {
        return officer.get("/api/v1/desk/assignment-rounds/" + round + "/assignments")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(it ->
                        it.path("enterprise").asString("").equals(firm.id().toString()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
    }

    @Test
    void one_wrong_row_keeps_the_whole_list_out() {
        String round = round("2023-09-01");
        var firm = firm();
        var other = firm();
        var staff = commissioner();
        var wrong = List.of(other.uscc(), "另一家公司", "nobody", "顾问", "工信局", "也许");
        var dry = send(round, "dry-run", row(firm, staff), wrong).expect(200);
        assertThat(dry.at("/errorCount")).isEqualTo("2");
        assertThat(dry.at("/errors/0/row")).isEqualTo("3");
        var refused = send(round, "apply", row(firm, staff), wrong).expect(422, "ROWS_WRONG");
        assertThat(refused.at("/errors/0/field")).isEqualTo("第 3 行 专员类别");
        assertThat(assignments.mainOf(firm.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 91371525MA0000000X, 统一社会信用代码",
        "1, 另一家公司, 企业名称",
        "2, nobody, 专员登录名",
        "3, 顾问, 专员类别",
        "4, '', 派出单位",
        "5, 也许, 是否主责"
    })
    void each_wrong_cell_is_named(int column, String value, String heading) {
        List<String> row = new ArrayList<>(row(firm(), commissioner()));
        row.set(column, value);
        var report = send(round("2023-09-01"), "dry-run", row).expect(200);
        assertThat(report.at("/errorCount")).isEqualTo("1");
        assertThat(report.at("/errors/0/column")).isEqualTo(heading);
        assertThat(report.at("/errors/0/row")).isEqualTo("2");
    }

    @Test
    void an_enterprise_has_one_main_commissioner_in_a_list_and_may_have_others() {
        String round = round("2023-09-01");
        var firm = firm();
        var main = commissioner();
        var second = commissioner();
        assertThat(send(round, "dry-run", row(firm, main), row(firm, second))
                        .expect(200)
                        .at("/errors/0/reason"))
                .contains("第 2 行已给这家企业一名主责专员");
        List<String> helper = new ArrayList<>(row(firm, second));
        helper.set(3, "驻企特派员");
        helper.set(5, "否");
        assertThat(counts(send(round, "apply", row(firm, main), helper).expect(200)))
                .containsExactly("2", "0", "0");
        assertThat(assignments.of(firm.id())).extracting(it -> it.main()).containsExactly(true, false);
    }

    @Test
    void a_list_without_a_needed_column_or_of_another_county_is_refused() {
        String round = round("2023-09-01");
        var missing = Workbooks.of(List.of(List.of("统一社会信用代码", "企业名称"), List.of("1", "2")));
        String path = "/api/v1/desk/assignment-rounds/" + round + "/imports?mode=dry-run";
        Workbooks.upload(officer, path, missing).expect(400, "COLUMN_MISSING");
        officer = staffing.hire(
                        new io.qihang.platform.RegionCode("630100"), io.qihang.access.Role.COUNTY_OFFICER, null, null)
                .api();
        send(round, "apply", row(firm(), commissioner())).expect(404);
    }

    @Test
    void whoever_is_planned_for_later_is_not_overtaken() {
        var firm = firm();
        assign(
                        round("2023-09-01"),
                        firm.id(),
                        commissioner().id(),
                        Map.of("startsOn", TODAY.plusDays(10).toString()))
                .expect(201);
        assertThat(send(round("2023-09-01"), "dry-run", row(firm, commissioner()))
                        .expect(200)
                        .at("/errors/0/reason"))
                .contains("2023-10-02");
    }
}
