package io.qihang.ticket.domain;

import static io.qihang.ticket.domain.DeadlineTests.refused;
import static io.qihang.ticket.domain.DeadlineTests.step;
import static io.qihang.ticket.domain.Examples.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 销号 needs two keys; silence is not satisfaction; what cannot be solved stays open. */
class ClosingTests {

    @Test
    void the_enterprise_closes_what_is_solved() {
        Ticket ticket = Examples.in(TicketStatus.CLOSED);
        assertThat(ticket.outcome()).isEqualTo(TicketOutcome.SOLVED);
    }

    @Test
    void only_what_the_enterprise_confirmed_counts_as_satisfied() {
        assertThat(Arrays.stream(TicketOutcome.values()).filter(TicketOutcome::isSatisfied))
                .containsExactly(TicketOutcome.SOLVED);
    }

    @Test
    void silence_closes_nothing_before_the_time_to_confirm_is_over() {
        Ticket ticket = Examples.in(TicketStatus.ANSWERED);
        refused(
                () -> ticket.closeUnanswered(Examples.LEDGER, "无人接听。", at("2026-10-13T18:00")),
                TicketProblem.TICKET_CONFIRMATION_RUNS);
        assertThat(ticket.status()).isEqualTo(TicketStatus.ANSWERED);
    }

    @Test
    void silence_is_recorded_as_such_and_not_as_satisfaction() {
        Ticket ticket = Examples.in(TicketStatus.ANSWERED);
        ticket.closeUnanswered(Examples.LEDGER, "三次电话均无人接听。", at("2026-10-14T18:01"));
        assertThat(ticket.outcome()).isEqualTo(TicketOutcome.UNANSWERED);
        assertThat(step(ticket, StepKind.CONFIRM).isMet()).isFalse();
    }

    @Test
    void a_rejected_answer_puts_the_matter_back_under_its_old_deadline() {
        Ticket ticket = Examples.in(TicketStatus.ANSWERED);
        ticket.reject(Examples.ENTERPRISE, "仍然停电。", at("2026-10-09T09:00"));
        assertThat(step(ticket, StepKind.SOLVE).isMet()).isFalse();
        assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(at("2026-10-27T18:00"));
        assertThat(ticket.outcome()).isNull();
    }

    @Test
    void a_suspended_matter_is_open_has_a_day_of_review_and_can_be_taken_up_again() {
        Ticket ticket = Examples.in(TicketStatus.SUSPENDED);
        assertThat(ticket.status().isOpen()).isTrue();
        assertThat(ticket.outcome()).isEqualTo(TicketOutcome.SUSPENDED);
        ticket.suspend(Examples.LEDGER, "变电站推迟。", Examples.POLICY, at("2026-12-24T09:00"));
        assertThat(ticket.steps().open(ticket.status())).hasSize(1);
        ticket.resume(Examples.HANDLER, "变电站已建成。", Examples.POLICY, at("2026-12-25T09:00"));
        assertThat(ticket.outcome()).isNull();
        assertThat(step(ticket, StepKind.SOLVE).startedAt()).isEqualTo(at("2026-12-25T09:00"));
        assertThat(step(ticket, StepKind.SOLVE).provisional()).isTrue();
    }

    @Test
    void what_the_office_proposes_ends_nothing_before_the_ledger_office_agrees() {
        Ticket ticket = Examples.in(TicketStatus.OUTCOME_PROPOSED);
        assertThat(ticket.status().isOpen()).isTrue();
        assertThat(ticket.outcome()).isNull();
        assertThat(ticket.steps().open(ticket.status())).hasSize(2);
        ticket.confirmOutcome(Examples.LEDGER, TicketOutcome.EXPLAINED, "同意。", at("2026-10-08T09:00"));
        assertThat(ticket.outcome()).isEqualTo(TicketOutcome.EXPLAINED);
        assertThat(step(ticket, StepKind.SOLVE).isMet()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SOLVED", "SUSPENDED", "WITHDRAWN", "UNANSWERED"})
    void an_office_cannot_propose_what_is_not_its_to_say(TicketOutcome outcome) {
        Ticket ticket = Examples.in(TicketStatus.HANDLING);
        refused(
                () -> ticket.proposeOutcome(Examples.HANDLER, outcome, "办好了。", "无", at("2026-10-20T09:00")),
                TicketProblem.TICKET_OUTCOME_NOT_NOW);
        assertThat(ticket.status()).isEqualTo(TicketStatus.HANDLING);
    }

    @Test
    void silence_may_be_proposed_only_after_the_time_to_confirm_and_leaves_the_enterprise_its_key() {
        Ticket ticket = Examples.in(TicketStatus.ANSWERED);
        refused(
                () -> ticket.proposeOutcome(
                        Examples.HANDLER, TicketOutcome.UNANSWERED, "无人接听。", "通话记录", at("2026-10-13T18:00")),
                TicketProblem.TICKET_CONFIRMATION_RUNS);
        ticket.proposeOutcome(Examples.HANDLER, TicketOutcome.UNANSWERED, "无人接听。", "通话记录", at("2026-10-14T18:01"));
        ticket.confirm(Examples.ENTERPRISE, "解决了。", at("2026-10-15T09:00"));
        assertThat(ticket.outcome()).isEqualTo(TicketOutcome.SOLVED);
    }

    @Test
    void the_enterprise_takes_back_without_anybody_and_what_was_never_dispatched_is_collected_again() {
        Ticket ticket = Examples.raised();
        ticket.withdraw(Examples.ENTERPRISE, "已自行解决。", at("2026-10-08T09:00"));
        assertThat(ticket.outcome()).isEqualTo(TicketOutcome.WITHDRAWN);
        ticket.reopen(Examples.ENTERPRISE, "又停电。", Examples.POLICY, at("2026-10-09T09:00"));
        assertThat(ticket.status()).isEqualTo(TicketStatus.COLLECTED);
    }

    @Test
    void reopening_keeps_number_office_and_history_and_starts_the_clock_anew() {
        Ticket ticket = Examples.in(TicketStatus.CLOSED);
        Hop hop = ticket.reopen(Examples.ENTERPRISE, "又开始停电。", Examples.POLICY, at("2026-11-02T09:00"));
        assertThat(ticket.number()).isEqualTo("GX-2026-000001");
        assertThat(ticket.office()).isEqualTo("gongdian");
        assertThat(hop.seq()).isEqualTo(6);
        assertThat(hop.text()).isEqualTo("又开始停电。");
        assertThat(ticket.outcome()).isNull();
        assertThat(ticket.steps().open(ticket.status()))
                .extracting(Step::dueAt)
                .containsExactly(at("2026-11-03T18:00"), at("2026-11-05T18:00"), at("2026-11-23T18:00"));
        assertThat(ticket.steps().all()).hasSize(7);
    }
}
