package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.JourneyPaper;
import io.qihang.testing.Subscribers;
import io.qihang.ticket.domain.DeadlineWatch;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code journeys/ticket-clock.md}: what stops the clock of a ticket and what gives an office longer, as clients call it. */
class TicketClockPaperJourney extends TicketPlay {

    @Autowired
    Subscribers subscribers;

    @Autowired
    DeadlineWatch watch;

    private final JourneyPaper paper = new JourneyPaper(getClass(), "ticket-clock", "诉求：暂停计时与延期", """
            承办单位在等别人时可以暂停计时：从县里的原因中选一个，写明等什么。停表期间的上班时间不计入期限，
            每个原因有最长的工作日数，到了自动恢复；期间按设置提醒。等企业的，企业补充了材料计时就恢复。
            办不完的，在办结期限之前申请延期，由台账单位（或县里指定的单位）决定，只能延一次。企业从头到尾看得到。""");

    @Test
    void an_office_waits_for_the_enterprise_and_then_gets_longer() {
        at("2026-09-30T09:00");
        var enterprise = firms.named("冠县虚构增容机械有限公司", QINGSHUI);
        Api asking = member(enterprise);
        String ticket = raise(asking, enterprise);
        awaitChecked(ticket);
        at("2026-10-12T09:00");
        watch.giveLights();
        Api working = handler(OFFICE);
        bringToWork(ticket, officer(), working, OFFICE);
        Api member = paper.heard("企业成员", asking);
        Api handler = paper.heard("承办单位", working);

        paper.step("承办单位暂停计时，等企业补充材料", "先取本县的原因给经办人选。等什么要写明，企业看到的就是这句话。");
        handler.get("/api/v1/regions/371525/pause-reasons").expect(200);
        handler.post(desk(ticket) + "/pause", Map.of("reason", "enterprise-material", "note", "请交用电申请表和厂区平面图。"))
                .expect(204);
        subscribers.settle(ticket);

        paper.step("暂停期间不能办的事", "不合当前状态的返回 409，`allowed` 列出现在可以办的。");
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(409, "TICKET_STATE");

        paper.step("企业看到在等什么、最迟到哪天", "`pauses` 是每一次暂停，`explanation` 写明停了多少、期限顺延到哪天。没有补充的，按原因定期提醒。");
        member.get("/api/v1/tickets/" + ticket).expect(200);
        at("2026-10-15T08:30");
        watch.attendPauses();
        subscribers.settle(ticket);
        member.get("/api/v1/me/inbox?limit=1").expect(200);

        at("2026-10-15T10:00");
        paper.step("企业补充材料，计时恢复", "写几句说明，或附上先传好的文件（`openTicketUpload`）；两样至少有一样。");
        var goes = member.once()
                .post("/api/v1/tickets/" + ticket + "/supply", Map.of("text", "申请表和平面图已送到窗口。"))
                .expect(200);
        assertThat(goes.at("/card/statusName")).isEqualTo("办理中");

        paper.step("等不到或不用再等，承办单位恢复计时", "台账单位也可以恢复。");
        handler = paper.heard("承办单位", handler(OFFICE));
        handler.post(desk(ticket) + "/pause", Map.of("reason", "superior", "note", "上级供电公司的增容批复。"))
                .expect(204);
        at("2026-10-16T10:00");
        handler = paper.heard("承办单位", handler(OFFICE));
        handler.post(desk(ticket) + "/pause-end", reason("批复已收到。")).expect(204);

        paper.step("承办单位申请延期", "在办结期限之前申请，写明原因。");
        handler.post(desk(ticket) + "/extension-request", reason("变压器到货要一个月。")).expect(204);

        paper.step(
                "台账单位决定",
                "待批的列在 `listPendingExtensions`，申请最早的在前。同意的，办结期限从原来的起算日改按复杂事项计算，停表的时间照样不计；不同意的用 `extension-refusal`，写明理由。");
        Api officer = paper.heard("台账单位", officer());
        officer.post(desk(ticket) + "/extension", text("同意，请先临时供电。")).expect(204);

        paper.step("企业看到延期", "`extensions` 是每一次申请和决定。");
        var extended = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(extended.at("/extensions/0/granted")).isEqualTo("true");
        paper.agree();
    }

    /** Stops the clock, Beijing time. */
    private void at(String local) {
        clock.stop(LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant());
    }
}
