package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Api;
import io.qihang.testing.Workbooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tickets that were kept elsewhere come in from Excel. */
class TicketImportJourney extends TicketPlay {

    private static final List<String> HEADINGS = List.of("社会信用代码", "诉求类别", "标题", "内容", "来源", "工单号", "收到时间");

    @Test
    void a_dry_run_writes_nothing_and_a_file_sent_twice_is_entered_once() {
        EnterpriseId enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        Api officer = officer();
        List<?> sheet = row(uscc(enterprise), "12345热线转办", "2026/9/29 15:30");
        List<?> note = List.of(uscc(enterprise), "其他", "来函", "希望帮助申报。", "领导批示", "", "2026-09-28");

        assertThat(send(officer, "dry-run", sheet, note).expect(200).at("/added"))
                .isEqualTo("2");
        assertThat(tickets(member, enterprise)).isEmpty();
        assertThat(send(officer, "apply", sheet, note).expect(200).at("/added")).isEqualTo("2");
        assertThat(tickets(member, enterprise)).containsExactlyInAnyOrder("停电", "来函");
        var listed =
                member.get("/api/v1/enterprises/" + enterprise + "/tickets").expect(200);
        var power = listed.json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("title").asString("").equals("停电"))
                .findFirst()
                .orElseThrow();
        assertThat(power.path("receivedAt").asString(""))
                .as("its clock started when it was received")
                .isEqualTo("2026-09-29T15:30:00+08:00");
        assertThat(power.path("origin").asString("")).isEqualTo("12345热线转办");

        var again = send(officer, "apply", sheet, note).expect(422, "ROWS_WRONG");
        assertThat(again.text()).contains("第 2 行 标题", "与诉求 GX-2026-", "重复：同一企业、同一标题、同一收到时间");
        assertThat(tickets(member, enterprise)).hasSize(2);
    }

    @Test
    void every_wrong_cell_is_named_and_one_wrong_row_keeps_all_out() {
        EnterpriseId enterprise = firms.in(QINGSHUI);
        Api officer = officer();
        String uscc = uscc(enterprise);
        var report = send(
                        officer,
                        "dry-run",
                        row(uscc, "电话", "2026-09-29 10:00"),
                        row(uscc, "电话", "2026-09-29 10:00"),
                        row("911522210000000001", "电话", "2026-09-29"),
                        row(uscc, "企业提交", "昨天"),
                        row(uscc, "电话", "2026-10-30"),
                        row(uscc, "电话", "2020-01-01"),
                        List.of(uscc, "天气", "", "内容", "电话", "", "2026-09-29"))
                .expect(200);
        assertThat(report.at("/rows")).isEqualTo("7");
        assertThat(report.at("/added")).isEqualTo("1");
        assertThat(report.json()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("row").asInt() + it.path("column").asString("")))
                .containsExactlyInAnyOrder("3标题", "4统一社会信用代码", "5来源", "5收到时间", "6收到时间", "7收到时间", "8标题");
        send(officer, "apply", row(uscc, "电话", "2026-09-29 10:00"), row(uscc, "企业提交", "昨天"))
                .expect(422, "ROWS_WRONG");
        assertThat(tickets(member(enterprise), enterprise)).isEmpty();
    }

    @Test
    void a_sheet_without_a_needed_column_or_of_another_office_is_refused() {
        byte[] narrow = Workbooks.of(List.of(List.of("统一社会信用代码", "类别"), List.of("x", "y")));
        Workbooks.upload(officer(), "/api/v1/desk/tickets/imports?mode=dry-run", narrow)
                .expect(400, "COLUMN_MISSING");
        Workbooks.upload(officer(), "/api/v1/desk/tickets/imports?mode=maybe", narrow)
                .expect(400);
        var elsewhere = staffing.hire(COUNTY, io.qihang.access.Role.COUNTY_OFFICER, null, "czj");
        Workbooks.upload(elsewhere.api(), "/api/v1/desk/tickets/imports?mode=dry-run", narrow)
                .expect(403, "TICKET_LEDGER_OFFICE_ONLY");
    }

    private String uscc(EnterpriseId enterprise) {
        return database.sql("select uscc from enterprise where id = :id")
                .param("id", enterprise.value())
                .query(String.class)
                .single();
    }

    private static List<String> row(String uscc, String origin, String received) {
        return List.of(uscc, "用工用能", "停电", "本月停电五次。", origin, "2026-118", received);
    }

    private static Api.Reply send(Api officer, String mode, List<?>... rows) {
        List<List<?>> all = new ArrayList<>();
        all.add(HEADINGS);
        all.addAll(Arrays.asList(rows));
        return Workbooks.upload(officer, "/api/v1/desk/tickets/imports?mode=" + mode, Workbooks.of(all));
    }

    private static List<String> tickets(Api member, EnterpriseId enterprise) {
        return member.get("/api/v1/enterprises/" + enterprise + "/tickets")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("title").asString(""))
                .toList();
    }
}
