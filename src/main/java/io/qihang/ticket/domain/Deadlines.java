package io.qihang.ticket.domain;

import io.qihang.calendar.Calendars;
import io.qihang.calendar.ClockVersion;
import io.qihang.calendar.CountyClock;
import io.qihang.calendar.LegalClock;
import io.qihang.calendar.OpenDeadlines;
import io.qihang.calendar.WorkCalendar;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The clocks that tickets are counted by, and the running deadlines for those who change them. */
@Component
class Deadlines implements OpenDeadlines {

    private final Calendars calendars;
    private final StepMapper steps;

    Deadlines(Calendars calendars, StepMapper steps) {
        this.calendars = calendars;
        this.steps = steps;
    }

    /** Counts what starts at a moment by the county's current calendar and the profiles in force on its day. */
    DeadlinePolicy policy(RegionCode county, String category, Instant start) {
        int version = calendars.version(county);
        return new DeadlinePolicy(
                clock(county, version, StepKind.ACCEPT, category, start),
                clock(county, version, StepKind.CONFIRM, category, start));
    }

    /** What starts on a ticket at a moment. */
    DeadlinePolicy policy(Ticket ticket, Instant start) {
        return policy(ticket.county(), ticket.category(), start);
    }

    /** The clock by which a ticket's deadline is counted at a version of the calendar. */
    Function<Step, CountyClock> current(Ticket ticket, int version) {
        return step -> clock(ticket.county(), version, step.kind(), ticket.category(), step.startedAt());
    }

    private CountyClock clock(RegionCode county, int version, StepKind kind, String category, Instant start) {
        return calendars.clock(county, version, kind.profiles(category), Times.dayOf(start));
    }

    /** The clock of giving back and assisting, as it is now for what starts at a moment. */
    CountyClock dispatching(RegionCode county, Instant start) {
        return dispatching(county, start, calendars.version(county));
    }

    private CountyClock dispatching(RegionCode county, Instant start, int version) {
        return calendars.clock(county, version, List.of(StepKind.DISPATCH), Times.dayOf(start));
    }

    /** Until when the present office may give a ticket back, by today's calendar. */
    Instant refusableUntil(Ticket ticket) {
        RegionCode county = ticket.county();
        return refusableUntil(county, Objects.requireNonNull(ticket.dispatchedAt()), calendars.version(county));
    }

    /** The same by a version of the calendar. */
    Instant refusableUntil(RegionCode county, Instant dispatchedAt, int version) {
        return dispatching(county, dispatchedAt, version)
                .due(StepKind.REFUSE, dispatchedAt)
                .dueAt();
    }

    /** The clocks a county's deadlines were counted by. */
    Function<ClockVersion, LegalClock> clocks(RegionCode county) {
        return version -> calendars.clock(county, version);
    }

    /** The calendar a ticket that is worked on is counted by. */
    WorkCalendar calendar(Ticket ticket) {
        Step solve = ticket.steps().latest(StepKind.SOLVE).orElseThrow();
        return calendars.of(ticket.county(), solve.counted().calendar());
    }

    int version(RegionCode county) {
        return calendars.version(county);
    }

    boolean isWorkingTime(RegionCode county, Instant at) {
        return calendars.of(county).isWorkingTime(at);
    }

    @Override
    public List<OpenDeadline> between(RegionCode county, Instant from, Instant until, int limit) {
        return steps.open(county, from, until, limit).stream()
                .map(StepMapper.OpenRow::asDeadline)
                .toList();
    }
}
