package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 问题收集 → 限时办理 → 持续跟踪 → 销号, as the enterprise and the offices walk it. */
class TicketJourney extends TicketPlay {

    @Test
    void a_ticket_is_raised_worked_on_rejected_answered_again_closed_and_reopened() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);

        // 问题收集: the enterprise picks one of the document's categories and says what it needs
        assertThat(member.get("/api/v1/regions/371525/ticket-categories")
                        .expect(200)
                        .text())
                .isEqualTo("[{\"code\":\"labour-energy\",\"name\":\"用工用能\"},{\"code\":\"project\",\"name\":\"项目建设\"},"
                        + "{\"code\":\"funding\",\"name\":\"资金需求\"},{\"code\":\"other\",\"name\":\"其他\"}]");
        Api sending = member.once();
        var raised = sending.post("/api/v1/enterprises/" + enterprise + "/tickets", power())
                .expect(201);
        String ticket = raised.at("/id");
        String number = raised.at("/number");
        assertThat(number).matches("GX-2026-\\d{6}");
        assertThat(raised.header("Location")).isEqualTo("/api/v1/tickets/" + ticket);
        assertThat(sending.post("/api/v1/enterprises/" + enterprise + "/tickets", power())
                        .expect(201)
                        .at("/number"))
                .as("sent twice, raised once")
                .isEqualTo(number);

        // the three deadlines are there from the first moment, and each says why it is its day
        var fresh = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(fresh.at("/card/stage")).isEqualTo("问题收集");
        assertThat(fresh.at("/card/officeName")).isEqualTo("县工业和信息化局");
        assertThat(fresh.at("/steps/0/name")).isEqualTo("受理");
        assertThat(fresh.at("/steps/0/dueAt")).isEqualTo("2026-10-08T18:00:00+08:00");
        assertThat(fresh.at("/steps/1/dueAt")).isEqualTo("2026-10-10T18:00:00+08:00");
        assertThat(fresh.at("/steps/2/dueAt")).isEqualTo("2026-10-27T18:00:00+08:00");
        assertThat(fresh.at("/steps/1/explanation"))
                .isEqualTo("2026年9月30日（周三）09:00 收到，按“默认时限，待县确认”第1版，答复 3 个工作日：收到当日不计，"
                        + "从次一工作日10月8日（周四）起算；10月1日至7日国庆节放假不计，10月10日（周六）国庆节调休上班计入；"
                        + "到 2026年10月10日（周六）18:00 止。");

        // 限时办理: the 台账 office dispatches, the office accepts, tells how, and answers with evidence
        set("2026-10-08T10:00");
        Api officer = officer();
        Api handler = handler(OFFICE);
        officer.post(desk(ticket) + "/dispatch", Map.of("office", OFFICE, "note", "请于本周内到现场。"))
                .expect(204);
        handler.post(desk(ticket) + "/acceptance", Map.of()).expect(204);
        handler.post(desk(ticket) + "/progress", text("已到现场查看。")).expect(204);
        handler.post(desk(ticket) + "/reply", text("计划下周增容。")).expect(204);
        handler.post(desk(ticket) + "/extension-request", reason("增容需上级供电公司批准。"))
                .expect(204);
        officer().post(desk(ticket) + "/extension", Map.of()).expect(204);
        handler.post(desk(ticket) + "/answer", Map.of("text", "已增容。")).expect(400, "INVALID_FIELDS");
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);

        // 持续跟踪: the enterprise does not agree, so it goes on
        member.once()
                .post("/api/v1/tickets/" + ticket + "/rejection", reason("昨天又停电。"))
                .expect(200);
        handler.post(desk(ticket) + "/answer", answer("已更换变压器。")).expect(204);

        // 销号: the enterprise has the second key
        var closed = member.once()
                .post("/api/v1/tickets/" + ticket + "/confirmation", Map.of())
                .expect(200);
        assertThat(closed.at("/card/stage")).isEqualTo("销号管理");
        assertThat(closed.at("/card/statusName")).isEqualTo("已销号");
        assertThat(closed.at("/card/outcome")).isEqualTo("已解决");
        assertThat(closed.at("/closedAt")).startsWith("2026-10-08T10:0");
        assertThat(hops(closed, "actionName"))
                .containsExactly("提出诉求", "分派", "受理", "办理进展", "答复", "申请延期", "同意延期", "办结答复", "企业认为未解决", "办结答复", "企业确认解决");
        assertThat(hops(closed, "officeName").subList(0, 3)).containsExactly("县工业和信息化局", officeName(), officeName());
        assertThat(hops(closed, "text").get(1)).isEqualTo("分派给" + officeName() + "办理。请于本周内到现场。");
        assertThat(closed.text()).doesNotContain("account", "staff");

        // reopened with a reason: the number and the history stay, the clock starts anew
        set("2026-11-02T09:00");
        var again = member.once()
                .post("/api/v1/tickets/" + ticket + "/reopening", reason("入冬后又停电。"))
                .expect(200);
        assertThat(again.at("/card/number")).isEqualTo(number);
        assertThat(again.at("/card/statusName")).isEqualTo("待受理");
        assertThat(again.at("/card/outcome")).isEmpty();
        assertThat(again.at("/reopened")).isEqualTo("1");
        assertThat(hops(again, "actionName")).hasSize(12).endsWith("重新立项");
        assertThat(again.at("/card/nextDueAt")).isEqualTo("2026-11-03T18:00:00+08:00");
        assertThat(member.get("/api/v1/enterprises/" + enterprise + "/tickets")
                        .expect(200)
                        .at("/items/0/number"))
                .isEqualTo(number);
    }

    @Test
    void an_office_enters_what_came_on_paper_and_the_clock_has_been_running_since() {
        var enterprise = firms.in(QINGSHUI);
        set("2026-10-12T10:00");
        Api officer = officer();
        var paper = Map.of(
                "category", "project",
                "title", "用地手续办理缓慢",
                "content", "二期厂房用地手续三个月未办结。",
                "origin", "PAPER",
                "originNote", "企业来函2026-8号",
                "receivedAt", "2026-09-30T09:00:00+08:00");
        String path = "/api/v1/desk/enterprises/" + enterprise + "/tickets";
        String ticket = officer.once().post(path, paper).expect(201).at("/id");

        var shown = officer.get(desk(ticket)).expect(200);
        assertThat(shown.at("/card/origin")).isEqualTo("纸质来件");
        assertThat(shown.at("/card/overdue")).isEqualTo("true");
        assertThat(shown.at("/steps/0/dueAt")).isEqualTo("2026-10-08T18:00:00+08:00");
        assertThat(hops(shown, "text")).startsWith("来源：纸质来件（企业来函2026-8号），2026年9月30日 09:00 收到。");

        var future = new java.util.HashMap<>(paper);
        future.put("receivedAt", "2026-10-12T10:30:00+08:00");
        officer.once().post(path, future).expect(400, "TICKET_RECEIVED_LATER");
        future.put("receivedAt", "2026-10-12T09:30:00+08:00");
        future.put("origin", "ENTERPRISE");
        officer.once().post(path, future).expect(400, "TICKET_ORIGIN_REFUSED");
        future.put("origin", "HOTLINE");
        future.put("category", "weather");
        officer.once().post(path, future).expect(400, "TICKET_CATEGORY_UNKNOWN");
        officer.post(path, paper).expect(400, "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void a_commissioner_takes_a_ticket_up_on_a_visit_and_follows_it() {
        var enterprise = firms.in(LIULIN);
        var staff = staffing.hire(io.qihang.access.Role.COMMISSIONER);
        firms.assign(enterprise, staff.id(), java.time.LocalDate.of(2026, 9, 1));
        Api phone = phones.bound(staff).api();
        String ticket = phone.once()
                .post("/api/v1/field/enterprises/" + enterprise + "/tickets", power())
                .expect(201)
                .at("/id");
        var seen = phone.get("/api/v1/field/tickets/" + ticket).expect(200);
        assertThat(seen.at("/card/origin")).isEqualTo("走访");
        assertThat(hops(seen, "party")).containsExactly("服务专员");
        assertThat(phone.get("/api/v1/field/tickets").expect(200).at("/items/0/id"))
                .isEqualTo(ticket);
        assertThat(member(enterprise)
                        .get("/api/v1/tickets/" + ticket)
                        .expect(200)
                        .at("/card/id"))
                .isEqualTo(ticket);
    }

    @Test
    void silence_is_closed_by_the_ledger_office_after_its_time_and_is_no_satisfaction() {
        var enterprise = firms.in(QINGSHUI);
        String ticket = raise(member(enterprise), enterprise);
        Api officer = officer();
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer, handler, OFFICE);
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);

        officer.post(desk(ticket) + "/unanswered", reason("无人接听。")).expect(409, "TICKET_CONFIRMATION_RUNS");
        handler.post(desk(ticket) + "/unanswered", reason("无人接听。")).expect(403);
        set("2026-10-14T09:00");
        officer = officer();
        officer.post(desk(ticket) + "/unanswered", reason("三次电话均无人接听。")).expect(204);
        assertThat(officer.get(desk(ticket)).expect(200).at("/card/outcome")).isEqualTo("未回应");
        officer.post(desk(ticket) + "/reopening", reason("企业来电说明仍未解决。")).expect(204);
        assertThat(officer.get(desk(ticket)).expect(200).at("/card/statusName")).isEqualTo("待受理");
    }

    @Test
    void what_cannot_be_solved_is_suspended_with_two_keys_and_stays_open() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = officer();
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer, handler, OFFICE);
        officer.post(desk(ticket) + "/suspension", reason("办不成。")).expect(409, "TICKET_STATE");
        handler.post(desk(ticket) + "/suspension-request", reason("变电站明年建成，由市供电公司决定。"))
                .expect(204);
        officer.post(desk(ticket) + "/suspension-refusal", reason("请先临时供电。")).expect(204);
        handler.post(desk(ticket) + "/suspension-request", reason("临时供电已办，仍需等变电站。"))
                .expect(204);
        officer.post(desk(ticket) + "/suspension", reason("同意挂账。")).expect(204);

        var suspended = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(suspended.at("/card/statusName")).isEqualTo("挂账");
        assertThat(suspended.at("/card/outcome")).isEqualTo("挂账");
        assertThat(suspended.at("/closedAt")).isEmpty();
        assertThat(officer.get("/api/v1/desk/tickets?open=true&status=SUSPENDED&limit=100")
                        .expect(200)
                        .text())
                .contains(ticket);
        handler.post(desk(ticket) + "/resumption", reason("变电站已建成。")).expect(204);
        handler.post(desk(ticket) + "/answer", answer("已接入新变电站。")).expect(204);
        member.once()
                .post("/api/v1/tickets/" + ticket + "/confirmation", text("好了。"))
                .expect(200);
    }

    private static String officeName() {
        return "县发展和改革局";
    }
}
