package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.JourneyPaper;
import io.qihang.testing.Subscribers;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code journeys/tickets.md}: an enterprise's request from raising it to 销号, as a front end calls it. */
class TicketPaperJourney extends TicketPlay {

    @Autowired
    Subscribers subscribers;

    private final JourneyPaper paper = new JourneyPaper(getClass(), "tickets", "诉求：从提出到销号", """
            企业提出诉求后走四段：问题收集 → 限时办理 → 持续跟踪 → 销号。每一步都记在 `hops` 里，企业原样看到；
            每个期限在 `steps` 里，`explanation` 说明为什么是这一天。没有企业确认，谁也不能按“已解决”销号。
            手机上的改动带 `Idempotency-Key`：网络不好时用同一个键重发，只生效一次。""");

    @Test
    void a_ticket_is_raised_handled_confirmed_and_another_is_closed_in_silence() {
        at("2026-09-30T09:00");
        var enterprise = firms.named("冠县虚构停电机械有限公司", QINGSHUI);
        Api member = paper.heard("企业成员", member(enterprise));

        paper.step(
                "企业成员提出诉求",
                "先取本县的类别给用户选，再提交。受理、答复、办结三个期限从收到时起算，当场就有。写的文字、传的附件通过审核之前，`hops` 里的 `check` 写明暂时谁看得到，同企业的其他人看不到。");
        member.get("/api/v1/regions/371525/ticket-categories").expect(200);
        String ticket = member.once()
                .post("/api/v1/enterprises/" + enterprise + "/tickets", power())
                .expect(201)
                .at("/id");
        awaitChecked(ticket);
        member.get("/api/v1/tickets/" + ticket).expect(200);

        at("2026-10-08T10:00");
        paper.step("台账单位分派", "县工业和信息化局在控制台把诉求分派给责任单位。`office` 取自 `listOffices`。");
        Api officer = paper.heard("台账单位", officer());
        officer.post(desk(ticket) + "/dispatch", Map.of("office", OFFICE, "note", "请于本周内到现场。"))
                .expect(204);

        at("2026-10-08T11:00");
        paper.step("承办单位受理、答复、办结", "承办单位的经办人依次受理、答复；复杂事项可在办结期限前申请延期（见 [ticket-clock.md](ticket-clock.md)）；办结答复必须写明依据。");
        Api handler = paper.heard("承办单位", handler(OFFICE));
        handler.post(desk(ticket) + "/acceptance", Map.of()).expect(204);
        handler.post(desk(ticket) + "/reply", text("计划下周增容。")).expect(204);
        subscribers.settle(ticket);
        at("2026-10-08T11:30");
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);
        subscribers.settle(ticket);

        paper.step("企业收到提醒", "每走一步该企业知道的，成员在“我的消息”里收到一条，订阅了的还有微信订阅消息；`page` 打开这件诉求。");
        member.get("/api/v1/me/inbox?limit=1").expect(200);

        at("2026-10-08T14:00");
        paper.step("企业认为没有解决", "企业的第二把钥匙：说明原因，诉求回到办理中，办结期限不变。");
        member.once()
                .post("/api/v1/tickets/" + ticket + "/rejection", reason("昨天又停电。"))
                .expect(200);
        handler.post(desk(ticket) + "/answer", answer("已更换变压器。")).expect(204);

        at("2026-10-08T16:00");
        paper.step("企业确认，销号", "确认后即销号，`outcome` 为“已解决”。");
        var closed = member.once()
                .post("/api/v1/tickets/" + ticket + "/confirmation", text("不再停电了。"))
                .expect(200);
        assertThat(closed.at("/card/statusName")).isEqualTo("已销号");

        at("2026-11-02T09:00");
        paper.step("又出现时重新立项", "编号和经过不变，期限重新起算。");
        member.once()
                .post("/api/v1/tickets/" + ticket + "/reopening", reason("入冬后又停电。"))
                .expect(200);

        paper.step("企业一直没有回应", "办结答复后，企业在确认期限内没有回应，台账单位才能按“未回应”销号；它不算满意，企业随时可以重新立项。");
        handler = paper.heard("承办单位", handler(OFFICE));
        officer = paper.heard("台账单位", officer());
        handler.post(desk(ticket) + "/acceptance", Map.of()).expect(204);
        handler.post(desk(ticket) + "/answer", answer("已接入备用线路。")).expect(204);
        officer.post(desk(ticket) + "/unanswered", reason("无人接听。")).expect(409, "TICKET_CONFIRMATION_RUNS");
        at("2026-11-12T09:00");
        officer = paper.heard("台账单位", officer());
        officer.post(desk(ticket) + "/unanswered", reason("三次电话均无人接听。")).expect(204);
        member.get("/api/v1/enterprises/" + enterprise + "/tickets").expect(200);
        paper.agree();
    }

    /** Stops the clock, Beijing time. */
    private void at(String local) {
        clock.stop(LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant());
    }
}
