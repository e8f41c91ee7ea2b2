package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** What holds for a step of any unit whose clock is stopped any number of times, by seasonal hours and half-days. */
class ClockStopProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final int DAYS = 90;

    @Provide
    Arbitrary<WorkCalendar> calendars() {
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, DAYS - 1).map(FIRST::plusDays);
        Arbitrary<Map<LocalDate, DayKind>> days =
                Arbitraries.maps(dates, Arbitraries.of(DayKind.class)).ofMaxSize(40);
        Arbitrary<OfficeHours> hours = Arbitraries.of(
                OfficeHours.always(China.HOURS),
                OfficeHours.always(WorkingHours.parse("09:00-17:00")),
                OfficeHours.always(WorkingHours.parse("08:00-11:30,13:00-16:45,19:00-20:05")),
                new OfficeHours(List.of(new OfficeHours.Version(
                        FIRST,
                        "",
                        China.HOURS,
                        List.of(new OfficeHours.Season(
                                "深冬",
                                MonthDay.of(12, 20),
                                MonthDay.of(1, 20),
                                WorkingHours.parse("09:00-12:00,13:30-16:30")))))));
        return Combinators.combine(days, hours)
                .as((kinds, open) -> WorkCalendar.of(
                        kinds.entrySet().stream()
                                .map(day -> new CalendarDay(day.getKey(), day.getValue(), "某日", "某文"))
                                .toList(),
                        Set.of(Year.of(2026)),
                        open))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<DeadlineStep> steps() {
        return Combinators.combine(
                        Arbitraries.of(StepUnit.class),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(LastDayOff.class))
                .as((unit, amount, off) -> new DeadlineStep("step", "办理", unit, amount, off))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Instant> moments() {
        Instant start = FIRST.atStartOfDay(WorkCalendar.ZONE).toInstant();
        return Arbitraries.longs()
                .between(0, Duration.ofDays(DAYS).toSeconds())
                .map(start::plusSeconds)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<ClockStop> stop() {
        return Combinators.combine(
                        moments(),
                        Arbitraries.longs()
                                .between(0, Duration.ofDays(20).toSeconds())
                                .withDistribution(RandomDistribution.biased()))
                .as((from, seconds) -> new ClockStop(from, from.plusSeconds(seconds), "等企业材料", false));
    }

    @Provide
    Arbitrary<List<ClockStop>> stops() {
        return stop().list().ofMaxSize(8).withoutEdgeCases();
    }

    @Property
    void a_due_date_is_a_moment_of_work_or_its_end(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("steps") DeadlineStep step,
            @ForAll("moments") Instant receivedAt,
            @ForAll("stops") List<ClockStop> stops) {
        Instant due = clock(calendar, step).due("step", receivedAt, stops).dueAt();

        assertThat(due).isAfter(receivedAt);
        assertThat(calendar.workingTimeBetween(due.minusNanos(1), due)).isPositive();
    }

    @Property
    void a_stop_never_brings_it_earlier(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("steps") DeadlineStep step,
            @ForAll("moments") Instant receivedAt,
            @ForAll("stops") List<ClockStop> stops,
            @ForAll("stop") ClockStop another) {
        List<ClockStop> more = new ArrayList<>(stops);
        more.add(another);
        LegalClock clock = clock(calendar, step);

        assertThat(clock.due("step", receivedAt, more).dueAt())
                .isAfterOrEqualTo(clock.due("step", receivedAt, stops).dueAt());
        assertThat(clock.due("step", receivedAt, stops).dueAt())
                .isAfterOrEqualTo(clock.due("step", receivedAt).dueAt());
    }

    @Property
    void the_order_in_which_stops_are_told_does_not_matter(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("steps") DeadlineStep step,
            @ForAll("moments") Instant receivedAt,
            @ForAll("stops") List<ClockStop> stops) {
        List<ClockStop> reversed = new ArrayList<>(stops);
        Collections.reverse(reversed);
        DueDate due = clock(calendar, step).due("step", receivedAt, stops);

        assertThat(clock(calendar, step).due("step", receivedAt, reversed)).isEqualTo(due);
        assertThat(clock(calendar, step).due("step", receivedAt, stops).explanation())
                .isEqualTo(due.explanation());
    }

    @Property
    void the_time_the_clock_ran_is_what_the_step_has(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("steps") DeadlineStep step,
            @ForAll("moments") Instant receivedAt,
            @ForAll("stops") List<ClockStop> stops) {
        LegalClock clock = clock(calendar, step);
        DueDate due = clock.due("step", receivedAt, stops);
        Duration ran = due.stops().stream()
                .map(DueDate.Stopped::time)
                .reduce(calendar.workingTimeBetween(due.startedAt(), due.dueAt()), Duration::minus);

        assertThat(ran).isEqualTo(calendar.workingTimeBetween(due.startedAt(), due.plannedAt()));
        if (step.unit() == StepUnit.WORKING_HOURS) assertThat(ran).isEqualTo(Duration.ofHours(step.amount()));
        assertThat(clock.timeUsed("step", receivedAt, due.dueAt(), stops).percent())
                .isEqualTo(100);
        assertThat(clock.timeUsed("step", receivedAt, receivedAt, stops).used()).isZero();
    }

    @Property
    void a_stop_in_which_nobody_works_changes_nothing(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("steps") DeadlineStep step,
            @ForAll("moments") Instant receivedAt,
            @ForAll("stops") List<ClockStop> stops,
            @ForAll("moments") Instant at) {
        Instant opening = calendar.startOfWork(at);
        List<ClockStop> more = new ArrayList<>(stops);
        more.add(new ClockStop(at, opening, "等上级", false));
        LegalClock clock = clock(calendar, step);

        assertThat(clock.due("step", receivedAt, more)).isEqualTo(clock.due("step", receivedAt, stops));
    }

    @Property
    void every_stop_that_counts_and_its_reason_is_said(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("steps") DeadlineStep step,
            @ForAll("moments") Instant receivedAt,
            @ForAll("stops") List<ClockStop> stops) {
        DueDate due = clock(calendar, step).due("step", receivedAt, stops);

        assertThat(due.explanation().split("等企业材料", -1)).hasSize(due.stops().size() + 1);
        assertThat(due.dueAt().isAfter(due.plannedAt())).isEqualTo(!due.stops().isEmpty());
        assertThat(due.explanation()).contains(step.length()).endsWith(due.provisional() ? "可能变动。" : "止。");
    }

    @Property
    void received_later_is_never_due_earlier(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("steps") DeadlineStep step,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other) {
        LegalClock clock = clock(calendar, step);
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;

        assertThat(clock.due("step", later).dueAt())
                .isAfterOrEqualTo(clock.due("step", earlier).dueAt());
    }

    private static LegalClock clock(WorkCalendar calendar, DeadlineStep step) {
        return new LegalClock(
                calendar, new DeadlineProfile("one", "单步时限", 1, "试算", List.of(step), LocalDate.of(2022, 1, 1), null));
    }
}
