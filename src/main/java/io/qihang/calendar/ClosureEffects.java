package io.qihang.calendar;

import io.qihang.calendar.OpenDeadlines.OpenDeadline;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts what a closure would move, before it is entered. */
@Component
public class ClosureEffects {

    private static final int CHECKED = 2000;
    private static final int SHOWN = 100;

    private final Calendars calendars;
    private final List<OpenDeadlines> businesses;

    ClosureEffects(Calendars calendars, List<OpenDeadlines> businesses) {
        this.calendars = calendars;
        this.businesses = List.copyOf(businesses);
    }

    /** One day before and after; unchanged when it was off anyway. */
    public record Day(LocalDate date, String before, String after, boolean changes) {}

    /** A deadline that would move, and the sentence that will say so. */
    public record Moved(String subject, String step, Instant dueBefore, Instant dueAfter, String sentence) {}

    /**
     * What a closure would change.
     *
     * @param movedCount how many running deadlines would move
     * @param moved the first hundred of them
     * @param complete false when there were too many to look at all
     */
    public record Effect(List<Day> days, int movedCount, List<Moved> moved, boolean complete) {

        public Effect {
            days = List.copyOf(days);
            moved = List.copyOf(moved);
        }
    }

    Effect of(RegionCode county, Closure closure) {
        int version = calendars.version(county);
        WorkCalendar before = calendars.of(county, version);
        WorkCalendar after = before.withDays(closure.days());
        List<OpenDeadline> running = new ArrayList<>();
        for (OpenDeadlines business : businesses) {
            running.addAll(business.between(
                    county,
                    startOf(closure.firstDay()),
                    startOf(closure.lastDay().plusDays(1)),
                    CHECKED + 1));
        }
        List<Moved> moved = new ArrayList<>();
        for (OpenDeadline deadline : running) {
            ClockVersion now = new ClockVersion(
                    version, deadline.counted().profile(), deadline.counted().profileVersion());
            LegalClock old = calendars.clock(county, now);
            var difference = DueDateDifference.between(
                    old, new LegalClock(after, old.profile()), deadline.step(), deadline.startedAt());
            if (difference.moved()) moved.add(moved(deadline, difference));
        }
        return new Effect(
                closure.days().stream().map(it -> day(before, after, it.date())).toList(),
                moved.size(),
                moved.subList(0, Math.min(SHOWN, moved.size())),
                running.size() <= CHECKED);
    }

    private static Moved moved(OpenDeadline deadline, DueDateDifference difference) {
        return new Moved(
                deadline.subject(),
                difference.after().step().name(),
                difference.before().dueAt(),
                difference.after().dueAt(),
                difference.sentence());
    }

    private static Day day(WorkCalendar before, WorkCalendar after, LocalDate date) {
        DayStatus was = before.statusOf(date);
        DayStatus is = after.statusOf(date);
        return new Day(date, was.label(), is.label(), was.working() != is.working());
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(Times.SHANGHAI).toInstant();
    }
}
