package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.JourneyPaper;
import io.qihang.ticket.domain.RecheckWatch;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code journeys/ticket-afterwards.md}: ends other than solved, 撤回, the receipt, and what is asked after 销号. */
class TicketAfterwardsPaperJourney extends TicketPlay {

    @Autowired
    RecheckWatch rechecks;

    @Autowired
    Api anyone;

    private final JourneyPaper paper = new JourneyPaper(getClass(), "ticket-afterwards", "诉求：其他结果、回执、回访和评价", """
            不是“已解决”的结果（已解释、联系不上、不属本级、未回应）由承办单位提出，台账单位确认后才生效；企业撤回只要企业自己。
            销号满 30 天、90 天（设置，待县确认）问一次问题有没有再出现，又出现了的随即重新立项，编号和经过不变。""");

    @Test
    void a_proposed_outcome_is_confirmed_a_receipt_is_read_and_what_came_back_is_taken_up_again() {
        at("2026-09-30T09:00");
        var enterprise = firms.named("冠县虚构回访机械有限公司", QINGSHUI);
        Api member = paper.heard("企业成员", member(enterprise));
        Api officer = paper.heard("台账单位", officer());
        Api handler = paper.heard("承办单位", handler(OFFICE));

        paper.step("企业撤回", "没有销号的随时可以撤回。");
        String unwanted = raise(member, enterprise);
        awaitChecked(unwanted);
        member.once()
                .post("/api/v1/tickets/" + unwanted + "/withdrawal", reason("已自行解决。"))
                .expect(200);

        paper.step("承办单位提出其他结果，台账单位确认", "写明原因和佐证；台账单位不同意的回到办理中。");
        String explained = raise(member, enterprise);
        awaitChecked(explained);
        bringToWork(explained, officer, handler, OFFICE);
        handler.post(
                        desk(explained) + "/outcome-proposal",
                        Map.of("outcome", "EXPLAINED", "reason", "不在政策范围内，已当面说明。", "evidence", "说明会记录"))
                .expect(204);
        officer.post(desk(explained) + "/outcome-confirmation", reason("已电话核实。"))
                .expect(204);

        paper.step("回执", "台账单位打印；拿着回执的人不用登录，凭编号和查询码看到办到哪一步。");
        String ticket = raise(member, enterprise);
        awaitChecked(ticket);
        bringToWork(ticket, officer, handler, OFFICE);
        var receipt = officer.post(desk(ticket) + "/receipt", "").expect(200);
        paper.heard("拿着回执的人", anyone)
                .post(
                        "/api/v1/ticket-receipts",
                        Map.of("number", receipt.at("/number"), "secret", receipt.at("/secret")))
                .expect(200);

        paper.step("销号后评价", "两个问题可以只答一个，也可以不答。");
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);
        member.once()
                .post("/api/v1/tickets/" + ticket + "/confirmation", Map.of())
                .expect(200);
        member.post("/api/v1/tickets/" + ticket + "/feedback", Map.of("contacted", true, "useful", true))
                .expect(204);

        at("2026-10-30T09:00");
        rechecks.askDue();
        paper.step("回访", "到了日子，`showFollowUp` 的 `recheckDays` 说明在问；没有再出现的 `solved` 为真，又出现了的为假。");
        member.get("/api/v1/tickets/" + ticket + "/follow-up").expect(200);
        var again = member.once()
                .post("/api/v1/tickets/" + ticket + "/recheck", Map.of("solved", false, "note", "昨天又停电。"))
                .expect(200);
        assertThat(again.at("/card/statusName")).isEqualTo("待受理");
        paper.agree();
    }

    /** Stops the clock, Beijing time. */
    private void at(String local) {
        clock.stop(LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant());
    }
}
