package io.qihang.ticket;

import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.JourneyPaper;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code journeys/dispatch.md}: whose matter a request is, as a front end calls it. */
class DispatchPaperJourney extends TicketPlay {

    private final JourneyPaper paper = new JourneyPaper(getClass(), "dispatch", "分派：建议、退回、终审、协办", """
            企业只说事，不选部门。台账单位按职责清单的建议分派；承办单位在退回期限内可以退回一次，写明理由和建议单位；
            再次被退回的由终审单位确定，谁也不能再退。期限一直从收到时起算，诉求在每个单位多久都记在 `held` 里。""");

    @Test
    void an_office_gives_back_another_goes_up_and_the_final_decision_is_worked_on_by_two() {
        at("2026-03-02T09:00");
        var enterprise = firms.named("冠县虚构招工机械有限公司", QINGSHUI);
        String ticket = raise(member(enterprise), enterprise);
        awaitChecked(ticket);

        at("2026-03-02T10:00");
        paper.step("台账单位看建议，分派", "`offices` 按合适程度排列，每条附理由和依据；`experience` 是近一年同类诉求由谁办结。选哪家由台账单位定。");
        Api officer = paper.heard("台账单位", officer());
        officer.get(desk(ticket) + "/dispatch-advice").expect(200);
        officer.post(desk(ticket) + "/dispatch", Map.of("office", "fgj")).expect(204);

        at("2026-03-02T11:00");
        paper.step("承办单位退回", "先取退回理由给人选；`needsOffice` 的须写明建议由哪个单位办理。`refusableUntil` 过了、已经受理或终审定过的不能退。");
        Api power = paper.heard("承办单位", handler("fgj"));
        power.get("/api/v1/desk/refusal-grounds").expect(200);
        power.post(desk(ticket) + "/return", Map.of("ground", "not-duty", "reason", "主要是招聘电工。", "office", "rsj"))
                .expect(204);

        at("2026-03-02T14:30");
        paper.step("另一家再次退回，报终审", "第二次被退回，`card.status` 为 `FINAL_REVIEW`，台账单位不能再分派，只能催办。");
        officer.post(desk(ticket) + "/dispatch", Map.of("office", "rsj")).expect(204);
        Api labour = paper.heard("另一承办单位", handler("rsj"));
        labour.post(desk(ticket) + "/return", Map.of("ground", "not-duty", "reason", "主要是增容。", "office", "fgj"))
                .expect(204);
        officer.post(desk(ticket) + "/reminder", text("请今天确定。")).expect(204);

        at("2026-03-02T16:00");
        paper.step("终审", "终审单位（默认县工业运行指挥部）确定承办单位，对承办单位和台账单位都有约束。");
        Api arbiter = paper.heard("终审单位", handler("gyzhb"));
        arbiter.post(desk(ticket) + "/ruling", Map.of("office", "fgj", "reason", "以增容为主。"))
                .expect(204);
        power.post(desk(ticket) + "/return", Map.of("ground", "not-duty", "reason", "主要是招聘电工。", "office", "rsj"))
                .expect(409, "TICKET_BOUND");

        at("2026-03-03T10:00");
        paper.step("主办单位受理，请另一家协办", "协办单位从此看得到这件诉求，有自己的状态和期限；没有全部办结或撤回，主办单位不能办结答复。");
        power = paper.heard("承办单位", handler("fgj"));
        labour = paper.heard("协办单位", handler("rsj"));
        power.post(desk(ticket) + "/acceptance", Map.of()).expect(204);
        power.post(desk(ticket) + "/assists", Map.of("office", "rsj", "matter", "招聘两名电工。"))
                .expect(204);
        power.post(desk(ticket) + "/answer", answer("已增容。")).expect(409, "TICKET_ASSISTS_OWED");
        String no = labour.get(desk(ticket)).expect(200).at("/assists/0/no");

        at("2026-03-04T10:00");
        power = paper.heard("承办单位", handler("fgj"));
        labour = paper.heard("协办单位", handler("rsj"));
        labour.post(desk(ticket) + "/assists/" + no + "/acceptance", Map.of()).expect(204);
        labour.post(desk(ticket) + "/assists/" + no + "/result", answer("已招到两名电工。"))
                .expect(204);
        power.post(desk(ticket) + "/answer", answer("已增容，电工到岗。")).expect(204);

        at("2026-03-04T10:30");
        paper.step("企业看到全过程", "谁退回、为什么、谁定的、在每个单位多久，企业都看得到；看不到经办人的姓名。");
        paper.heard("企业成员", member(enterprise)).get("/api/v1/tickets/" + ticket).expect(200);
        paper.agree();
    }

    /** Stops the clock, Beijing time. */
    private void at(String local) {
        clock.stop(LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant());
    }
}
