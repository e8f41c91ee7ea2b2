package io.qihang.ticket.domain;

import static io.qihang.ticket.domain.Examples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the steps of a ticket are due, what meets them, and what moves them. */
class DeadlineTests {

    @Nested
    class The_clock {

        @Test
        void starts_at_receipt_and_counts_working_days_over_the_holiday() {
            Ticket ticket = Examples.raised();

            assertThat(ticket.steps().all())
                    .extracting(Step::kind, Step::dueAt)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(StepKind.ACCEPT, at("2026-10-08T18:00")),
                            org.assertj.core.groups.Tuple.tuple(StepKind.REPLY, at("2026-10-10T18:00")),
                            org.assertj.core.groups.Tuple.tuple(StepKind.SOLVE, at("2026-10-27T18:00")));
        }

        @Test
        void of_a_paper_that_was_entered_late_started_when_it_was_received() {
            var raised = Ticket.raise(
                    new TicketId(new UUID(0, 7)),
                    new RegionCode("371525"),
                    new EnterpriseId(new UUID(0, 8)),
                    "GX-2026-000002",
                    Examples.asked(Examples.RECEIVED),
                    Examples.LEDGER,
                    Examples.POLICY,
                    at("2026-10-12T10:00"));

            assertThat(step(raised.ticket(), StepKind.ACCEPT).dueAt()).isEqualTo(at("2026-10-08T18:00"));
            assertThat(step(raised.ticket(), StepKind.ACCEPT).overdueAt(at("2026-10-12T10:00")))
                    .isTrue();
            assertThat(raised.hop().at()).isEqualTo(at("2026-10-12T10:00"));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-10-12T10:01, TICKET_RECEIVED_LATER",
            "2025-10-11T09:59, TICKET_RECEIVED_TOO_EARLY",
        })
        void does_not_start_in_the_future_nor_long_ago(String receivedAt, TicketProblem problem) {
            assertThatThrownBy(() -> Ticket.raise(
                            new TicketId(new UUID(0, 7)),
                            new RegionCode("371525"),
                            new EnterpriseId(new UUID(0, 8)),
                            "GX-2026-000003",
                            Examples.asked(at(receivedAt)),
                            Examples.LEDGER,
                            Examples.POLICY,
                            at("2026-10-12T10:00")))
                    .isInstanceOfSatisfying(
                            Problem.class, it -> assertThat(it.code()).isEqualTo(problem));
        }

        @Test
        void can_be_counted_again_from_what_the_step_remembers() {
            for (Step step : Examples.in(TicketStatus.SUSPENDED).steps().all()) {
                var again = Examples.CLOCKS.apply(step.counted()).due(step.profileStep(), step.startedAt());
                assertThat(again.dueAt()).isEqualTo(step.dueAt());
                assertThat(again.explanation()).contains("待县确认").contains("收到当日不计");
            }
        }
    }

    @Nested
    class A_step {

        @Test
        void is_met_by_its_action_and_not_by_another() {
            Ticket ticket = Examples.in(TicketStatus.DISPATCHED);
            assertThat(step(ticket, StepKind.ACCEPT).isMet()).isFalse();
            ticket.accept(Examples.HANDLER, "已受理。", at("2026-10-08T10:00"));
            assertThat(step(ticket, StepKind.ACCEPT).metAt()).isEqualTo(at("2026-10-08T10:00"));
            ticket.progress(Examples.HANDLER, "已到现场。", at("2026-10-08T11:00"));
            assertThat(step(ticket, StepKind.REPLY).isMet()).isFalse();
            ticket.reply(Examples.HANDLER, "下周增容。", at("2026-10-08T12:00"));
            assertThat(step(ticket, StepKind.REPLY).metAt()).isEqualTo(at("2026-10-08T12:00"));
            assertThat(step(ticket, StepKind.SOLVE).isMet()).isFalse();
        }

        @Test
        void was_late_when_it_was_met_after_its_time_and_not_at_it() {
            Step step = step(Examples.raised(), StepKind.ACCEPT);
            assertThat(step.met(at("2026-10-08T18:00")).overdueAt(Instant.MAX)).isFalse();
            assertThat(step.met(at("2026-10-08T18:01")).overdueAt(Instant.MAX)).isTrue();
        }

        @Test
        void is_what_a_list_sorts_by_while_it_runs() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            assertThat(ticket.steps().open(ticket.status()))
                    .extracting(Step::kind)
                    .containsExactly(StepKind.REPLY, StepKind.SOLVE);
            ticket.answer(Examples.HANDLER, "已增容。", "验收单", Examples.POLICY, Examples.RECEIVED);
            assertThat(ticket.steps().open(ticket.status()))
                    .extracting(Step::kind)
                    .containsExactly(StepKind.CONFIRM);
            ticket.confirm(Examples.ENTERPRISE, "已解决。", Examples.RECEIVED);
            assertThat(ticket.steps().open(ticket.status())).isEmpty();
        }
    }

    @Nested
    class A_complex_matter {

        @Test
        void has_thirty_days_from_the_same_start_and_says_why() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            Hop hop = ticket.extend(Examples.HANDLER, "需要上级供电公司批准。", Examples.CLOCKS, at("2026-10-12T09:00"));

            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(at("2026-11-17T18:00"));
            assertThat(hop.text()).isEqualTo("办结期限由 2026年10月27日 18:00 延长到 2026年11月17日 18:00。原因：需要上级供电公司批准。");
        }

        @Test
        void is_extended_once_and_not_when_it_is_late() {
            Ticket once = Examples.in(TicketStatus.HANDLING);
            once.extend(Examples.HANDLER, "需要批准。", Examples.CLOCKS, at("2026-10-12T09:00"));
            refused(
                    () -> once.extend(Examples.HANDLER, "还要批准。", Examples.CLOCKS, at("2026-10-13T09:00")),
                    TicketProblem.TICKET_ALREADY_COMPLEX);
            Ticket late = Examples.in(TicketStatus.HANDLING);
            refused(
                    () -> late.extend(Examples.HANDLER, "需要批准。", Examples.CLOCKS, at("2026-10-27T18:01")),
                    TicketProblem.TICKET_OVERDUE_FOR_COMPLEX);
        }
    }

    @Nested
    class A_change_of_the_calendar {

        @Test
        void moves_what_still_runs_with_a_visible_difference() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            Hop hop = ticket.recalculate(2, Examples.CLOCKS, at("2026-10-09T09:00"))
                    .orElseThrow();

            assertThat(step(ticket, StepKind.REPLY).dueAt()).isEqualTo(at("2026-10-12T18:00"));
            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(at("2026-10-28T18:00"));
            assertThat(hop.action()).isEqualTo(TicketAction.RECALCULATE);
            assertThat(hop.text())
                    .contains("答复期限由 2026年10月10日（周六）18:00 改为 2026年10月12日（周一）18:00")
                    .contains("办结期限由 2026年10月27日（周二）18:00 改为 2026年10月28日（周三）18:00")
                    .contains("停止办公（暴雪）");
        }

        @Test
        void leaves_what_is_done_as_it_was() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            Step accept = step(ticket, StepKind.ACCEPT);
            ticket.recalculate(2, Examples.CLOCKS, at("2026-10-09T09:00"));
            assertThat(step(ticket, StepKind.ACCEPT)).isEqualTo(accept);
        }

        @Test
        void that_moves_nothing_is_not_told_but_remembered() {
            Ticket ticket = Examples.in(TicketStatus.ANSWERED);
            ticket.reject(Examples.ENTERPRISE, "仍然停电。", at("2026-11-02T09:00"));
            ticket.answer(Examples.HANDLER, "已增容。", "验收单", Examples.POLICY, at("2026-11-02T10:00"));

            assertThat(ticket.recalculate(2, Examples.CLOCKS, at("2026-11-02T11:00")))
                    .isEmpty();
            assertThat(step(ticket, StepKind.CONFIRM).counted().calendar()).isEqualTo(2);
        }

        @Test
        void is_counted_once() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            assertThat(ticket.recalculate(2, Examples.CLOCKS, at("2026-10-09T09:00")))
                    .isPresent();
            assertThat(ticket.recalculate(2, Examples.CLOCKS, at("2026-10-09T09:00")))
                    .isEmpty();
        }
    }

    static Step step(Ticket ticket, StepKind kind) {
        return ticket.steps().latest(kind).orElseThrow();
    }

    static void refused(Runnable action, TicketProblem problem) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Problem.class, it -> assertThat(List.of(it.code()))
                .containsExactly(problem));
    }
}
