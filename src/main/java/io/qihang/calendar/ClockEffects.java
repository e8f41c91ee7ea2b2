package io.qihang.calendar;

import io.qihang.calendar.OpenDeadlines.OpenDeadline;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts what a closure, other hours or another profile would move, before it is entered. */
@Component
public class ClockEffects {

    private static final int CHECKED = 20_000;
    private static final int SHOWN = 100;
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final Calendars calendars;
    private final List<OpenDeadlines> businesses;

    ClockEffects(Calendars calendars, List<OpenDeadlines> businesses) {
        this.calendars = calendars;
        this.businesses = List.copyOf(businesses);
    }

    /** One day before and after; unchanged when it was off anyway. */
    public record Day(LocalDate date, String before, String after, boolean changes) {}

    /** A deadline that would move, and the sentence that will say so. */
    public record Moved(String subject, String step, Instant dueBefore, Instant dueAfter, String sentence) {}

    /**
     * What a change would do.
     *
     * @param days the days it makes others, of a closure
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

    /** What a closure would change: its days, and the deadlines that run over them. */
    Effect of(RegionCode county, Closure closure) {
        int version = calendars.version(county);
        WorkCalendar before = calendars.of(county, version);
        WorkCalendar after = before.withDays(closure.days());
        List<Day> days =
                closure.days().stream().map(it -> day(before, after, it.date())).toList();
        return of(
                county,
                version,
                after,
                calendars.profilesOf(county, version),
                days,
                startOf(closure.firstDay()),
                startOf(closure.lastDay().plusDays(1)));
    }

    /** What other office hours would change. */
    Effect of(RegionCode county, OfficeHours.Version hours) {
        int version = calendars.version(county);
        WorkCalendar before = calendars.of(county, version);
        return of(
                county,
                version,
                before.withHours(before.hours().with(hours)),
                calendars.profilesOf(county, version),
                List.of(),
                startOf(hours.from()),
                ALWAYS);
    }

    /** What one more deadline profile of the county's own would change. */
    Effect of(RegionCode county, DeadlineProfile profile) {
        int version = calendars.version(county);
        return of(
                county,
                version,
                calendars.of(county, version),
                calendars.profilesOf(county, version).with(profile),
                List.of(),
                Instant.EPOCH,
                ALWAYS);
    }

    private Effect of(
            RegionCode county,
            int version,
            WorkCalendar calendar,
            Profiles profiles,
            List<Day> days,
            Instant from,
            Instant until) {
        List<OpenDeadline> running = new ArrayList<>();
        for (OpenDeadlines business : businesses) running.addAll(business.between(county, from, until, CHECKED + 1));
        List<Moved> moved = new ArrayList<>();
        for (OpenDeadline deadline : running) {
            LocalDate day = Times.dayOf(deadline.startedAt());
            LegalClock old =
                    calendars.clock(county, version, deadline.profiles(), day).clock();
            DeadlineProfile profile = profiles.inForce(deadline.profiles(), day).orElse(old.profile());
            var difference = DueDateDifference.between(
                    old,
                    new LegalClock(calendar, profile),
                    deadline.step(),
                    deadline.startedAt(),
                    deadline.stops().apply(old.calendar()),
                    deadline.stops().apply(calendar));
            if (difference.moved()) moved.add(moved(deadline, difference));
        }
        return new Effect(
                days, moved.size(), moved.subList(0, Math.min(SHOWN, moved.size())), running.size() <= CHECKED);
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
