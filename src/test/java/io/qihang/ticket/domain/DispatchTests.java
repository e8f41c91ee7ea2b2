package io.qihang.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose matter a ticket is, and what every office answers for. */
class DispatchTests {

    private static final Instant NINE = Examples.RECEIVED;
    private static final Instant TEN = Examples.at("2026-09-30T10:00");
    private static final Instant DUE = Examples.at("2026-10-08T18:00");
    private static final By ASSISTANT = new By(Party.ASSISTANT, Examples.SOMEONE);
    private static final By ARBITER = new By(Party.ARBITER, Examples.SOMEONE);

    @Test
    void the_first_refusal_goes_back_and_the_second_goes_up_for_good() {
        Ticket ticket = dispatched();
        Hop first = ticket.refuse(Examples.HANDLER, Examples.REFUSAL, DUE, "zhihuibu", TEN);
        assertThat(first.status()).isEqualTo(TicketStatus.COLLECTED);
        assertThat(first.office()).isNull();
        assertThat(first.text()).isEqualTo("不属本单位职责：属供电公司。建议由县供电公司办理。");

        ticket.dispatch(Examples.LEDGER, "gongdian", "分派给县供电公司。", TEN);
        Hop second = ticket.refuse(Examples.HANDLER, Examples.REFUSAL, DUE, "zhihuibu", TEN);
        assertThat(second.action()).isEqualTo(TicketAction.APPEAL);
        assertThat(second.office()).isEqualTo("zhihuibu");
        refused(() -> ticket.dispatch(Examples.LEDGER, "renshe", "分派。", TEN), TicketProblem.TICKET_STATE);

        Hop ruled = ticket.rule(ARBITER, "renshe", "由县人社局办理。", TEN);
        assertThat(ruled.status()).isEqualTo(TicketStatus.DISPATCHED);
        assertThat(ticket.office()).isEqualTo("renshe");
        refused(
                () -> ticket.refuse(Examples.HANDLER, Examples.REFUSAL, DUE, "zhihuibu", TEN),
                TicketProblem.TICKET_BOUND);
        refused(() -> ticket.dispatch(Examples.LEDGER, "gongdian", "分派。", TEN), TicketProblem.TICKET_BOUND);
        assertThat(ticket.steps().latest(StepKind.SOLVE).orElseThrow().startedAt())
                .as("the clock counts from receipt, whoever has it")
                .isEqualTo(NINE);
    }

    @Test
    void what_has_had_its_time_is_not_given_back() {
        Ticket ticket = dispatched();
        refused(
                () -> ticket.refuse(Examples.HANDLER, Examples.REFUSAL, DUE, "zhihuibu", DUE.plusSeconds(1)),
                TicketProblem.TICKET_REFUSAL_LATE);
        assertThat(ticket.status()).isEqualTo(TicketStatus.DISPATCHED);
        assertThat(ticket.refuse(Examples.HANDLER, Examples.REFUSAL, DUE, "zhihuibu", DUE)
                        .status())
                .as("at the very end it still is")
                .isEqualTo(TicketStatus.COLLECTED);
    }

    @Test
    void a_ground_that_asks_for_another_office_must_name_it() {
        var ground = new Refusal.Ground("not-duty", "不属本单位职责", true);
        refused(() -> new Refusal(ground, "不归我们。", null), TicketProblem.TICKET_REFUSAL_NEEDS_OFFICE);
        assertThat(new Refusal(new Refusal.Ground("repeated", "重复", false), "同号 12。", null).words())
                .isEqualTo("重复：同号 12。");
    }

    @Test
    void the_ticket_is_as_late_as_the_worst_of_its_offices_and_is_not_answered_before_all_are_done() {
        Ticket ticket = Examples.in(TicketStatus.HANDLING);
        ticket.reply(Examples.HANDLER, "已联系。", NINE);
        ticket.askAssist(Examples.HANDLER, "renshe", "招工", "请协办。", Examples.DISPATCH_CLOCK, NINE);
        ticket.askAssist(Examples.LEDGER, "caizheng", "拨款", "请协办。", Examples.DISPATCH_CLOCK, TEN);
        Assist renshe = ticket.assists().owedBy("renshe").orElseThrow();
        Assist caizheng = ticket.assists().owedBy("caizheng").orElseThrow();
        assertThat(ticket.steps().open(ticket.status()))
                .extracting(Step::kind)
                .containsExactly(StepKind.ASSIST, StepKind.ASSIST, StepKind.SOLVE);
        assertThat(ticket.steps().open(ticket.status()).get(0).dueAt()).isEqualTo(Examples.at("2026-10-13T18:00"));

        refused(
                () -> ticket.askAssist(Examples.HANDLER, "renshe", "再招工", "请协办。", Examples.DISPATCH_CLOCK, TEN),
                TicketProblem.TICKET_ASSIST_ASKED);
        refused(
                () -> ticket.askAssist(Examples.HANDLER, "gongdian", "供电", "请协办。", Examples.DISPATCH_CLOCK, TEN),
                TicketProblem.TICKET_ASSIST_OWN_OFFICE);
        refused(
                () -> ticket.answer(Examples.HANDLER, "已办。", "记录", Examples.POLICY, TEN),
                TicketProblem.TICKET_ASSISTS_OWED);

        ticket.acceptAssist(ASSISTANT, renshe, "已受理协办。", TEN);
        refused(
                () -> ticket.acceptAssist(ASSISTANT, state(ticket, renshe), "再受理。", TEN),
                TicketProblem.TICKET_ASSIST_STATE);
        ticket.finishAssist(ASSISTANT, state(ticket, renshe), "已招十人。", "已招十人。", "名单", TEN);
        ticket.withdrawAssist(Examples.HANDLER, caizheng, "不需要了。", "撤回。", TEN);
        assertThat(ticket.assists().all())
                .extracting(Assist::state)
                .containsExactly(AssistState.DONE, AssistState.WITHDRAWN);
        assertThat(ticket.steps().open(ticket.status())).extracting(Step::kind).containsExactly(StepKind.SOLVE);
        assertThat(ticket.answer(Examples.HANDLER, "已办。", "记录", Examples.POLICY, TEN)
                        .status())
                .isEqualTo(TicketStatus.ANSWERED);
    }

    @Test
    void whoever_accepts_works_on_it_until_another_office_has_it() {
        Ticket ticket = dispatched();
        assertThat(ticket.handler()).isNull();
        ticket.accept(Examples.HANDLER, "已受理。", TEN);
        assertThat(ticket.handler()).isEqualTo(Examples.SOMEONE);
        ticket.assign(Examples.HANDLER, new UUID(0, 9), "更换经办人。", TEN);
        assertThat(ticket.handler()).isEqualTo(new UUID(0, 9));
        ticket.dispatch(Examples.LEDGER, "renshe", "改派。", TEN);
        assertThat(ticket.handler()).isNull();
    }

    @Test
    void every_working_hour_is_on_the_account_of_the_unit_that_had_to_act() {
        List<HeldTimes.Stand> hops = List.of(
                stand("2026-09-29T09:00", TicketStatus.COLLECTED, null),
                stand("2026-09-29T11:00", TicketStatus.DISPATCHED, "fgj"),
                stand("2026-09-30T15:00", TicketStatus.COLLECTED, null),
                stand("2026-09-30T16:00", TicketStatus.DISPATCHED, "rsj"),
                stand("2026-10-08T10:00", TicketStatus.ANSWERED, "rsj"),
                stand("2026-10-09T10:00", TicketStatus.HANDLING, "rsj"));
        assertThat(HeldTimes.of(hops, "gxj", Examples.CALENDAR, Examples.at("2026-10-09T11:00")))
                .containsExactly(
                        new HeldTimes.Held("gxj", Duration.ofHours(3)),
                        new HeldTimes.Held("fgj", Duration.ofHours(1 + 4).plus(Duration.ofMinutes(210 + 60))),
                        new HeldTimes.Held("rsj", Duration.ofHours(2 + 1).plus(Duration.ofMinutes(90))));
    }

    private static HeldTimes.Stand stand(
            String at, TicketStatus status, @org.jspecify.annotations.Nullable String office) {
        return new HeldTimes.Stand(Examples.at(at), status, office);
    }

    private static Ticket dispatched() {
        return Examples.in(TicketStatus.DISPATCHED);
    }

    private static Assist state(Ticket ticket, Assist assist) {
        return ticket.assists().find(assist.no()).orElseThrow();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, TicketProblem code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, it -> assertThat(it.code())
                .isEqualTo(code));
    }
}
