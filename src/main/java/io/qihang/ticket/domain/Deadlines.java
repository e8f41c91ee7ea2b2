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
import java.time.LocalDate;
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
    DeadlinePolicy policy(RegionCode county, Instant start) {
        int version = calendars.version(county);
        LocalDate day = Times.dayOf(start);
        return new DeadlinePolicy(
                calendars.clock(county, version, StepKind.TICKET, day),
                calendars.clock(county, version, StepKind.FOLLOW_UP, day));
    }

    /** The clock of giving back and assisting, as it is now for what starts at a moment. */
    CountyClock dispatching(RegionCode county, Instant start) {
        return calendars.clock(county, calendars.version(county), StepKind.DISPATCH, Times.dayOf(start));
    }

    /** Until when the present office may give a ticket back, by today's calendar. */
    Instant refusableUntil(Ticket ticket) {
        return refusableUntil(ticket.county(), Objects.requireNonNull(ticket.dispatchedAt()));
    }

    Instant refusableUntil(RegionCode county, Instant dispatchedAt) {
        return dispatching(county, dispatchedAt)
                .due(StepKind.REFUSE, dispatchedAt)
                .dueAt();
    }

    WorkCalendar calendar(RegionCode county) {
        return calendars.of(county);
    }

    /** The clocks a county's deadlines were counted by. */
    Function<ClockVersion, LegalClock> clocks(RegionCode county) {
        return version -> calendars.clock(county, version);
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
