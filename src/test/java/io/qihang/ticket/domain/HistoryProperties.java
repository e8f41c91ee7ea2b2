package io.qihang.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.calendar.ClockVersion;
import io.qihang.calendar.LegalClock;
import io.qihang.calendar.WorkCalendar;
import io.qihang.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the deadlines of a ticket whatever happened to it, in whatever order. */
class HistoryProperties {

    private enum Doing {
        PROGRESS,
        REPLY,
        PAUSE_MATERIAL,
        PAUSE_SUPERIOR,
        SUPPLY,
        END_PAUSE,
        ATTEND,
        ASK,
        GRANT,
        REFUSE,
        ANSWER,
        REJECT,
        ASK_SUSPENSION,
        SUSPEND,
        RESUME,
        ESCALATE,
        SNOW,
        REDISPATCH,
        ACCEPT,
        CONFIRM,
        REOPEN
    }

    /** Something that happened so many minutes after the last. */
    private record Event(Doing doing, int minutes) {}

    @Provide
    Arbitrary<List<Event>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Doing.class), Arbitraries.integers().between(1, (int)
                                Duration.ofDays(6).toMinutes()))
                .as(Event::new)
                .list()
                .ofMaxSize(40)
                .withoutEdgeCases();
    }

    @Property
    void what_is_kept_is_what_is_reckoned_and_a_moment_of_work(@ForAll("histories") List<Event> history) {
        Ticket ticket = Examples.in(TicketStatus.HANDLING);
        Instant now = Examples.RECEIVED;
        for (Event event : history) {
            now = now.plus(Duration.ofMinutes(event.minutes()));
            did(ticket, event.doing(), now);
            for (Step step : ticket.steps().all()) {
                LegalClock clock = Examples.CLOCKS.apply(step.counted());
                var due = ticket.steps().due(step, clock, ticket.waits());
                assertThat(due.dueAt()).as("%s after %s", step, event).isEqualTo(step.dueAt());
                assertThat(due.provisional()).isEqualTo(step.provisional());
                assertThat(isMomentOfWork(clock.calendar(), step.dueAt())).isTrue();
            }
        }
    }

    @Property
    void the_same_history_gives_the_same_answer(@ForAll("histories") List<Event> history) {
        assertThat(replay(history).steps()).isEqualTo(replay(history).steps());
        assertThat(replay(history).waits()).isEqualTo(replay(history).waits());
    }

    @Property
    void without_its_pauses_no_deadline_would_be_later(@ForAll("histories") List<Event> history) {
        Ticket ticket = replay(history);
        for (Step step : ticket.steps().all()) {
            LegalClock clock = Examples.CLOCKS.apply(step.counted());
            assertThat(ticket.steps().due(step, clock, Waits.NONE).dueAt()).isBeforeOrEqualTo(step.dueAt());
        }
    }

    @Property
    void what_has_nothing_to_do_with_a_deadline_does_not_move_it(
            @ForAll("histories") List<Event> history, @ForAll("histories") List<Event> more) {
        List<Event> with = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            with.add(history.get(i));
            if (i < more.size()) with.add(new Event(Doing.PROGRESS, 0));
        }
        assertThat(replay(with).steps()).isEqualTo(replay(history).steps());
    }

    @Property
    void at_most_one_pause_runs_and_only_while_the_ticket_is_paused(@ForAll("histories") List<Event> history) {
        Ticket ticket = replay(history);
        assertThat(ticket.waits().pauses().stream().filter(Pause::isRunning))
                .hasSize(ticket.status() == TicketStatus.PAUSED ? 1 : 0);
        assertThat(ticket.waits().extensions().stream().filter(Extension::isPending))
                .hasSizeLessThan(2);
        if (!ticket.status().decidesExtension())
            assertThat(ticket.waits().pending()).isEmpty();
    }

    private static Ticket replay(List<Event> history) {
        Ticket ticket = Examples.in(TicketStatus.HANDLING);
        Instant now = Examples.RECEIVED;
        for (Event event : history) {
            now = now.plus(Duration.ofMinutes(event.minutes()));
            did(ticket, event.doing(), now);
        }
        return ticket;
    }

    /** Does it, unless it is refused in this state. */
    private static boolean did(Ticket ticket, Doing doing, Instant now) {
        Function<ClockVersion, LegalClock> clocks = Examples.CLOCKS;
        try {
            switch (doing) {
                case PROGRESS -> ticket.progress(Examples.HANDLER, "进展。", now);
                case REPLY -> ticket.reply(Examples.HANDLER, "答复。", now);
                case PAUSE_MATERIAL -> ticket.pause(Examples.HANDLER, Examples.MATERIAL, "材料。", clocks, now);
                case PAUSE_SUPERIOR -> ticket.pause(Examples.HANDLER, Examples.SUPERIOR, "批复。", clocks, now);
                case SUPPLY -> ticket.supply(Examples.ENTERPRISE, "材料。", clocks, now);
                case END_PAUSE -> ticket.endPause(Examples.HANDLER, "等到了。", clocks, now);
                case ATTEND -> ticket.attendPause(clocks, now);
                case ASK -> ticket.askExtension(Examples.HANDLER, "复杂。", clocks, now);
                case GRANT -> ticket.extend(Examples.LEDGER, "gxj", "县工业和信息化局", "", clocks, now);
                case REFUSE -> ticket.refuseExtension(Examples.LEDGER, "gxj", "县工业和信息化局", "不必。", now);
                case ANSWER -> ticket.answer(Examples.HANDLER, "办结。", "佐证", Examples.POLICY, now);
                case REJECT -> ticket.reject(Examples.ENTERPRISE, "没有解决。", now);
                case ASK_SUSPENSION -> ticket.askSuspension(Examples.HANDLER, "办不成。", now);
                case SUSPEND -> ticket.suspend(Examples.LEDGER, "同意。", Examples.POLICY, now);
                case RESUME -> ticket.resume(Examples.HANDLER, "可以办了。", Examples.POLICY, now);
                case ESCALATE ->
                    ticket.steps().open(ticket.status()).stream()
                            .filter(it -> it.overdueAt(now) && it.escalatedAt() == null)
                            .findFirst()
                            .ifPresent(it -> ticket.escalate(it.no(), now));
                case SNOW -> ticket.recalculate(2, clocks, Examples.SNOWED_IN_CLOCKS, now);
                case REDISPATCH -> ticket.dispatch(Examples.LEDGER, "renshe", "改派。", now);
                case ACCEPT -> ticket.accept(Examples.HANDLER, "受理。", now);
                case CONFIRM -> ticket.confirm(Examples.ENTERPRISE, "解决了。", now);
                case REOPEN -> ticket.reopen(Examples.ENTERPRISE, "又出现了。", Examples.POLICY, now);
            }
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static boolean isMomentOfWork(WorkCalendar calendar, Instant at) {
        return !calendar.workingTimeBetween(at.minusNanos(1), at).isZero();
    }
}
