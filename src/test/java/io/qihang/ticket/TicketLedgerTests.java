package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The 台账 as Excel. */
class TicketLedgerTests extends TicketPlay {

    private static final String PATH = "/api/v1/desk/ticket-ledger?from=2026-09-30&until=2026-09-30";

    @Test
    void holds_what_is_closed_and_what_is_not_and_a_suspended_ticket_is_not() throws IOException {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        Api officer = officer();
        Api handler = handler(OFFICE);
        String open = raise(member, enterprise);
        String solved = raise(member, enterprise);
        bringToWork(solved, officer, handler, OFFICE);
        handler.post(desk(solved) + "/answer", answer("已增容。")).expect(204);
        member.once()
                .post("/api/v1/tickets/" + solved + "/confirmation", Map.of())
                .expect(200);
        String suspended = raise(member, enterprise);
        bringToWork(suspended, officer, handler, OFFICE);
        handler.post(desk(suspended) + "/suspension-request", reason("等变电站。")).expect(204);
        officer.post(desk(suspended) + "/suspension", reason("同意挂账。")).expect(204);

        var reply = officer.get(PATH).expect(200);
        assertThat(reply.header("Content-Disposition")).startsWith("attachment").contains("UTF-8''");
        Map<String, List<String>> rows = read(reply.bytes());
        assertThat(row(rows, member, open)).contains("待分派", "未销号", "县工业和信息化局", "清水镇", "用工用能");
        assertThat(row(rows, member, solved)).contains("已销号", "已解决", "确认解决", "已增容。", "县发展和改革局");
        assertThat(row(rows, member, suspended)).contains("挂账", "未销号", "同意挂账。").doesNotContain("确认解决");
    }

    @Test
    void holds_no_formula_whatever_is_written_into_a_ticket() throws IOException {
        var enterprise = firms.named("=HYPERLINK(\"http://example.test\")", QINGSHUI);
        Api member = member(enterprise);
        for (String title : List.of("=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠1")) {
            member.once()
                    .post(
                            "/api/v1/enterprises/" + enterprise + "/tickets",
                            Map.of("category", "other", "title", title, "content", "内容"))
                    .expect(201);
        }
        Map<String, List<String>> rows = read(officer().get(PATH).expect(200).bytes());
        assertThat(rows.values().stream().filter(it -> it.get(1).contains("HYPERLINK")))
                .hasSize(8)
                .allSatisfy(it ->
                        assertThat(it).allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)^[=+\\-@\\t\\r＝＋－＠].*")));
    }

    @Test
    void is_limited_in_its_days_and_recorded() {
        Api officer = officer();
        officer.get("/api/v1/desk/ticket-ledger?from=2026-09-30&until=2026-09-29")
                .expect(400, "TICKET_LEDGER_RANGE");
        handler(OFFICE).get(PATH).expect(403);
    }

    private static List<String> row(Map<String, List<String>> rows, Api member, String ticket) {
        String number = member.get("/api/v1/tickets/" + ticket).expect(200).at("/card/number");
        return java.util.Objects.requireNonNull(rows.get(number));
    }

    private static Map<String, List<String>> read(byte[] file) throws IOException {
        Map<String, List<String>> rows = new java.util.HashMap<>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : book.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                    cells.add(cell.getStringCellValue());
                }
                rows.put(cells.get(0), cells);
            }
        }
        return rows;
    }
}
