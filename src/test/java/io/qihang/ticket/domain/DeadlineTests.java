package io.qihang.ticket.domain;

import static io.qihang.ticket.domain.Examples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.time.Duration;
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
    class An_extension {

        private Hop grant(Ticket ticket, String at) {
            return ticket.extend(Examples.LEDGER, "gxj", "县工业和信息化局", "请抓紧。", Examples.CLOCKS, at(at));
        }

        @Test
        void gives_thirty_days_from_the_same_start_and_says_who_and_why() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            ticket.askExtension(Examples.HANDLER, "需要上级供电公司批准。", Examples.CLOCKS, at("2026-10-12T09:00"));
            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(at("2026-10-27T18:00"));
            Hop hop = grant(ticket, "2026-10-13T09:00");

            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(at("2026-11-17T18:00"));
            assertThat(hop.text())
                    .isEqualTo(
                            "县工业和信息化局同意延期，办结期限由 2026年10月27日 18:00 延长到 2026年11月17日 18:00。" + "原因：需要上级供电公司批准。 意见：请抓紧。");
        }

        @Test
        void is_granted_once_and_not_asked_when_it_is_late() {
            Ticket once = Examples.in(TicketStatus.HANDLING);
            once.askExtension(Examples.HANDLER, "需要批准。", Examples.CLOCKS, at("2026-10-12T09:00"));
            grant(once, "2026-10-12T10:00");
            refused(
                    () -> once.askExtension(Examples.HANDLER, "还要批准。", Examples.CLOCKS, at("2026-10-13T09:00")),
                    TicketProblem.TICKET_ALREADY_COMPLEX);
            Ticket late = Examples.in(TicketStatus.HANDLING);
            refused(
                    () -> late.askExtension(Examples.HANDLER, "需要批准。", Examples.CLOCKS, at("2026-10-27T18:01")),
                    TicketProblem.TICKET_OVERDUE_FOR_COMPLEX);
        }

        @Test
        void asked_in_time_may_be_decided_later_and_is_escalated_anew() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            ticket.reply(Examples.HANDLER, "已答复。", at("2026-10-10T09:00"));
            ticket.askExtension(Examples.HANDLER, "需要批准。", Examples.CLOCKS, at("2026-10-27T18:00"));
            assertThat(ticket.escalate(at("2026-10-28T08:30"))).isPresent();
            grant(ticket, "2026-10-28T09:00");
            assertThat(step(ticket, StepKind.SOLVE).overdueAt(at("2026-10-28T09:00")))
                    .isFalse();
            assertThat(ticket.escalate(at("2026-11-17T18:01")).orElseThrow().text())
                    .startsWith("办结期限 2026年11月17日 18:00 已过");
        }

        @Test
        void is_not_asked_twice_nor_decided_unasked() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            refused(() -> grant(ticket, "2026-10-12T08:30"), TicketProblem.TICKET_EXTENSION_NOT_ASKED);
            ticket.askExtension(Examples.HANDLER, "需要批准。", Examples.CLOCKS, at("2026-10-12T09:00"));
            refused(
                    () -> ticket.askExtension(Examples.HANDLER, "再问。", Examples.CLOCKS, at("2026-10-12T10:00")),
                    TicketProblem.TICKET_EXTENSION_PENDING);
        }

        @Test
        void refused_leaves_the_day_and_may_be_asked_again() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            ticket.askExtension(Examples.HANDLER, "需要批准。", Examples.CLOCKS, at("2026-10-12T09:00"));
            Hop hop = ticket.refuseExtension(Examples.LEDGER, "gxj", "县工业和信息化局", "可以先临时供电。", at("2026-10-12T10:00"));
            assertThat(hop.text()).isEqualTo("县工业和信息化局不同意延期，办结期限仍为 2026年10月27日 18:00。理由：可以先临时供电。");
            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(at("2026-10-27T18:00"));
            ticket.askExtension(Examples.HANDLER, "还是需要。", Examples.CLOCKS, at("2026-10-12T11:00"));
            assertThat(ticket.waits().pending()).isPresent();
        }

        @Test
        void lapses_when_the_ticket_moves_on_undecided() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            ticket.askExtension(Examples.HANDLER, "需要批准。", Examples.CLOCKS, at("2026-10-12T09:00"));
            ticket.answer(Examples.HANDLER, "已增容。", "验收单", Examples.POLICY, at("2026-10-12T10:00"));
            assertThat(ticket.waits().pending()).isEmpty();
            assertThat(ticket.waits().extensions().get(0).granted()).isFalse();
        }

        @Test
        void keeps_what_the_clock_stood_still() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            ticket.pause(Examples.HANDLER, Examples.MATERIAL, "申请表。", Examples.CLOCKS, at("2026-10-12T09:00"));
            ticket.endPause(Examples.HANDLER, "已收到。", Examples.CLOCKS, at("2026-10-13T09:00"));
            ticket.askExtension(Examples.HANDLER, "需要批准。", Examples.CLOCKS, at("2026-10-13T10:00"));
            grant(ticket, "2026-10-13T11:00");
            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(at("2026-11-18T18:00"));
        }
    }

    @Nested
    class A_pause {

        private final Ticket ticket = Examples.in(TicketStatus.HANDLING);

        private Hop pause(PauseReason reason, String at) {
            return ticket.pause(Examples.HANDLER, reason, "用电申请表。", Examples.CLOCKS, at(at));
        }

        @Test
        void stops_what_runs_until_its_longest_and_says_so() {
            Hop hop = pause(Examples.MATERIAL, "2026-10-12T09:00");

            assertThat(ticket.status()).isEqualTo(TicketStatus.PAUSED);
            assertThat(hop.text()).isEqualTo("等企业补充材料：用电申请表。 计时暂停，最迟到 2026年10月26日 18:00，等到了就恢复。");
            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(at("2026-11-11T17:30"));
            assertThat(step(ticket, StepKind.ACCEPT).dueAt()).isEqualTo(at("2026-10-08T18:00"));
        }

        @Test
        void ended_early_gives_only_the_time_it_took() {
            pause(Examples.MATERIAL, "2026-10-12T09:00");
            ticket.supply(Examples.ENTERPRISE, "申请表见附件。", Examples.CLOCKS, at("2026-10-13T09:30"));

            assertThat(ticket.status()).isEqualTo(TicketStatus.HANDLING);
            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(at("2026-10-29T09:00"));
        }

        @Test
        void for_another_than_the_enterprise_is_not_ended_by_it() {
            pause(Examples.SUPERIOR, "2026-10-12T09:00");
            refused(
                    () -> ticket.supply(Examples.ENTERPRISE, "见附件。", Examples.CLOCKS, at("2026-10-13T09:30")),
                    TicketProblem.TICKET_NOT_WAITING_FOR_ENTERPRISE);
            assertThat(ticket.status()).isEqualTo(TicketStatus.PAUSED);
        }

        @Test
        void reminds_every_few_working_days_and_ends_by_itself_however_late_the_sweep() {
            pause(Examples.MATERIAL, "2026-10-12T09:00");
            assertThat(ticket.attendPause(Examples.CLOCKS, at("2026-10-15T08:29")))
                    .isEmpty();
            assertThat(ticket.attendPause(Examples.CLOCKS, at("2026-10-15T08:30"))
                            .orElseThrow()
                            .action())
                    .isEqualTo(TicketAction.NUDGE);
            assertThat(ticket.attendPause(Examples.CLOCKS, at("2026-10-15T08:31")))
                    .isEmpty();
            Instant due = step(ticket, StepKind.SOLVE).dueAt();
            Hop hop =
                    ticket.attendPause(Examples.CLOCKS, at("2026-11-02T09:00")).orElseThrow();

            assertThat(hop.action()).isEqualTo(TicketAction.LAPSE);
            assertThat(hop.text()).isEqualTo("等企业补充材料已到最长时间，自 2026年10月26日 18:00 起恢复计时。");
            assertThat(ticket.status()).isEqualTo(TicketStatus.HANDLING);
            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(due);
            assertThat(ticket.attendPause(Examples.CLOCKS, at("2026-11-02T10:00")))
                    .isEmpty();
        }

        @Test
        void ended_after_its_longest_gives_no_more_than_that() {
            pause(Examples.MATERIAL, "2026-10-12T09:00");
            Instant due = step(ticket, StepKind.SOLVE).dueAt();
            ticket.supply(Examples.ENTERPRISE, "申请表见附件。", Examples.CLOCKS, at("2026-10-28T09:00"));
            assertThat(ticket.waits().pauses().get(0).endedAt()).isEqualTo(at("2026-10-26T18:00"));
            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isEqualTo(due);
        }

        @Test
        void of_one_reason_has_its_days_all_together() {
            pause(Examples.MATERIAL, "2026-10-12T09:00");
            ticket.endPause(Examples.HANDLER, "已收到。", Examples.CLOCKS, at("2026-10-19T09:00"));
            Hop again = pause(Examples.MATERIAL, "2026-10-19T10:00");
            assertThat(again.text()).contains("最迟到 2026年10月26日 18:00");
            ticket.attendPause(Examples.CLOCKS, at("2026-10-27T09:00"));
            refused(() -> pause(Examples.MATERIAL, "2026-10-27T10:00"), TicketProblem.TICKET_PAUSE_USED_UP);
            pause(Examples.SUPERIOR, "2026-10-27T10:00");
        }

        @Test
        void of_a_minute_each_evening_uses_up_a_day_each() {
            for (int day = 12; day <= 16; day++) {
                pause(Examples.MATERIAL, "2026-10-" + day + "T17:59");
                ticket.endPause(Examples.HANDLER, "收到。", Examples.CLOCKS, at("2026-10-" + day + "T18:00"));
            }
            Hop hop = pause(Examples.MATERIAL, "2026-10-19T09:00");
            assertThat(hop.text()).contains("最迟到 2026年10月26日 18:00");
        }

        @Test
        void does_not_heal_what_is_late() {
            refused(() -> pause(Examples.MATERIAL, "2026-10-27T18:01"), TicketProblem.TICKET_OVERDUE_FOR_PAUSE);
            pause(Examples.MATERIAL, "2026-10-12T09:00");
            assertThat(step(ticket, StepKind.REPLY).dueAt()).isEqualTo(at("2026-10-10T18:00"));
            assertThat(ticket.escalate(at("2026-10-12T10:00"))).isEmpty();
            ticket.endPause(Examples.HANDLER, "收到。", Examples.CLOCKS, at("2026-10-12T11:00"));
            assertThat(ticket.escalate(at("2026-10-12T11:01")).orElseThrow().text())
                    .startsWith("答复期限");
        }

        @Test
        void stays_when_the_calendar_changes_and_its_longest_follows_the_calendar() {
            ticket.pause(Examples.HANDLER, Examples.SUPERIOR, "批复。", Examples.CLOCKS, at("2026-10-08T09:00"));
            Instant before = step(ticket, StepKind.SOLVE).dueAt();
            Hop hop = ticket.recalculate(2, Examples.CLOCKS, Examples.SNOWED_IN_CLOCKS, at("2026-10-09T09:00"))
                    .orElseThrow();
            assertThat(step(ticket, StepKind.SOLVE).dueAt()).isAfter(before);
            assertThat(hop.text()).contains("停止办公（暴雪）");
            assertThat(ticket.waits().running().orElseThrow().endsBy(Examples.SNOWED_IN))
                    .isEqualTo(at("2026-11-05T18:00"));
        }
    }

    @Nested
    class An_overdue_step {

        @Test
        void is_escalated_once_soonest_first_until_none_is_left() {
            Ticket ticket = Examples.raised();
            Instant now = at("2026-10-28T09:00");

            assertThat(ticket.escalate(now).orElseThrow().text()).startsWith("受理期限 2026年10月8日 18:00 已过");
            assertThat(ticket.escalate(now).orElseThrow().text()).startsWith("答复期限 2026年10月10日 18:00 已过");
            assertThat(ticket.escalate(now).orElseThrow().text()).startsWith("办结期限 2026年10月27日 18:00 已过");
            assertThat(ticket.escalate(now)).isEmpty();
            assertThat(ticket.escalate(now.plus(Duration.ofDays(300)))).isEmpty();
        }

        @Test
        void is_not_escalated_before_its_time_is_over() {
            assertThat(Examples.raised().escalate(at("2026-10-08T18:00"))).isEmpty();
            assertThat(Examples.raised().escalate(at("2026-10-08T18:01"))).isPresent();
        }

        @Test
        void that_was_met_meanwhile_is_let_be() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            assertThat(ticket.escalate(at("2026-10-09T09:00"))).isEmpty();
        }

        @Test
        void does_not_press_for_a_solution_while_the_ticket_is_suspended_but_for_its_review() {
            Ticket ticket = Examples.in(TicketStatus.SUSPENDED);
            assertThat(ticket.escalate(at("2026-11-30T09:00"))).isEmpty();
            assertThat(ticket.escalate(at("2027-01-15T09:00")).orElseThrow().text())
                    .startsWith("挂账复核期限");
        }
    }

    @Nested
    class A_change_of_the_calendar {

        @Test
        void moves_what_still_runs_with_a_visible_difference() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            Hop hop = ticket.recalculate(2, Examples.CLOCKS, Examples.SNOWED_IN_CLOCKS, at("2026-10-09T09:00"))
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
            ticket.recalculate(2, Examples.CLOCKS, Examples.SNOWED_IN_CLOCKS, at("2026-10-09T09:00"));
            assertThat(step(ticket, StepKind.ACCEPT)).isEqualTo(accept);
        }

        @Test
        void that_moves_nothing_is_not_told_but_remembered() {
            Ticket ticket = Examples.in(TicketStatus.ANSWERED);
            ticket.reject(Examples.ENTERPRISE, "仍然停电。", at("2026-11-02T09:00"));
            ticket.answer(Examples.HANDLER, "已增容。", "验收单", Examples.POLICY, at("2026-11-02T10:00"));

            assertThat(ticket.recalculate(2, Examples.CLOCKS, Examples.SNOWED_IN_CLOCKS, at("2026-11-02T11:00")))
                    .isEmpty();
            assertThat(step(ticket, StepKind.CONFIRM).counted().calendar()).isEqualTo(2);
        }

        @Test
        void is_counted_once() {
            Ticket ticket = Examples.in(TicketStatus.HANDLING);
            assertThat(ticket.recalculate(2, Examples.CLOCKS, Examples.SNOWED_IN_CLOCKS, at("2026-10-09T09:00")))
                    .isPresent();
            assertThat(ticket.recalculate(2, Examples.CLOCKS, Examples.SNOWED_IN_CLOCKS, at("2026-10-09T09:00")))
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
