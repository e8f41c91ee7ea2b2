package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every calendar, every receipt and every number of days. */
class LegalClockProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final int DAYS = 120;

    /** Any mixture of days off, make-up days and closures over four months around a turn of the year. */
    @Provide
    Arbitrary<WorkCalendar> calendars() {
        Arbitrary<Map<LocalDate, DayKind>> days =
                Arbitraries.maps(dates(), Arbitraries.of(DayKind.class)).ofMaxSize(60);
        Arbitrary<Set<Year>> years =
                Arbitraries.of(Year.of(2026), Year.of(2027)).set();
        Arbitrary<WorkingHours> hours = Arbitraries.of(
                China.HOURS,
                WorkingHours.parse("09:00-17:00"),
                WorkingHours.parse("08:00-11:30,13:00-16:45,19:00-20:05"));
        return Combinators.combine(days, years, hours)
                .as((kinds, announced, open) -> WorkCalendar.of(
                        kinds.entrySet().stream()
                                .map(day -> new CalendarDay(day.getKey(), day.getValue(), "某日", "某文"))
                                .toList(),
                        announced,
                        open))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, DAYS - 1).map(FIRST::plusDays).withoutEdgeCases();
    }

    @Provide
    Arbitrary<Instant> moments() {
        Instant start = FIRST.atStartOfDay(WorkCalendar.ZONE).toInstant();
        return Arbitraries.longs()
                .between(0, Duration.ofDays(DAYS).toSeconds())
                .map(start::plusSeconds)
                .withoutEdgeCases();
    }

    @Property
    void a_due_date_is_the_close_of_a_working_day_after_receipt(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant receivedAt,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        DueDate due = Clocks.of(calendar, days).due("step", receivedAt);

        assertThat(calendar.isWorkingDay(due.dueOn())).isTrue();
        assertThat(due.dueAt()).isEqualTo(calendar.closeOfWork(due.dueOn())).isAfter(receivedAt);
        assertThat(due.dueOn()).isAfter(WorkCalendar.dateOf(receivedAt));
        assertThat(due.firstDay()).isEqualTo(calendar.nextWorkingDay(WorkCalendar.dateOf(receivedAt)));
    }

    @Property
    void exactly_the_days_of_the_step_are_counted_and_explained(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant receivedAt,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        DueDate due = Clocks.of(calendar, days).due("step", receivedAt);

        assertThat(calendar.workingDaysBetween(WorkCalendar.dateOf(receivedAt), due.dueOn()))
                .isEqualTo(days);
        assertThat(due.counted()).hasSize(days);
        assertThat(due.runs().stream()
                        .filter(DayRun::working)
                        .mapToLong(run -> ChronoUnit.DAYS.between(run.first(), run.last()) + 1)
                        .sum())
                .isEqualTo(days);
        assertThat(due.counted().size() + due.skipped().size())
                .isEqualTo(due.days().size());
        assertThat(due.explanation()).contains(" " + days + " 个工作日：");
    }

    @Property
    void one_more_day_is_later(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant receivedAt,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        assertThat(Clocks.of(calendar, days + 1).due("step", receivedAt).dueAt())
                .isAfter(Clocks.of(calendar, days).due("step", receivedAt).dueAt());
    }

    @Property
    void received_later_is_never_due_earlier(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        LegalClock clock = Clocks.of(calendar, days);
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;

        assertThat(clock.due("step", later).dueAt())
                .isAfterOrEqualTo(clock.due("step", earlier).dueAt());
    }

    @Property
    void a_day_off_added_never_brings_the_date_forward(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant receivedAt,
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll("dates") LocalDate date,
            @ForAll boolean holiday) {
        Assume.that(isFree(calendar, date));
        WorkCalendar more = calendar.withDays(
                List.of(new CalendarDay(date, holiday ? DayKind.HOLIDAY : DayKind.CLOSURE, "新增", "新文")));

        DueDateDifference difference = compare(calendar, more, days, receivedAt);

        assertThat(difference.movedDays()).isNotNegative();
        assertThat(difference.moved()).isEqualTo(difference.movedDays() > 0);
        assertThat(difference.moved()).isEqualTo(difference.changedDays().size() == 1);
    }

    @Property
    void a_makeup_day_added_never_makes_the_date_later(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant receivedAt,
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll("dates") LocalDate date) {
        Assume.that(isFree(calendar, date));
        WorkCalendar more = calendar.withDays(List.of(new CalendarDay(date, DayKind.MAKEUP_WORKDAY, "新增", "新文")));

        DueDateDifference difference = compare(calendar, more, days, receivedAt);

        assertThat(difference.movedDays()).isNotPositive();
        assertThat(difference.moved()).isEqualTo(difference.changedDays().size() == 1);
    }

    @Property
    void a_date_moves_only_for_a_reason_that_is_said(
            @ForAll("calendars") WorkCalendar old,
            @ForAll("calendars") WorkCalendar now,
            @ForAll("moments") Instant receivedAt,
            @ForAll @IntRange(min = 1, max = 30) int days) {
        DueDateDifference difference = compare(old, now, days, receivedAt);

        if (difference.movedDays() != 0) {
            assertThat(difference.changedDays()).isNotEmpty();
        }
        if (difference.moved()) {
            assertThat(difference.changedDays().size()
                            + difference.changedHours().size())
                    .isPositive();
        }
        if (difference.moved()) {
            assertThat(difference.sentence()).contains(" 改为 ").contains("：");
        } else {
            assertThat(difference.sentence()).contains("不变");
        }
    }

    @Property
    void the_same_question_has_the_same_answer(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant receivedAt,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        DueDate once = Clocks.of(calendar, days).due("step", receivedAt);
        DueDate again = Clocks.of(calendar, days).due("step", receivedAt);

        assertThat(again).isEqualTo(once);
        assertThat(again.explanation()).isEqualTo(once.explanation());
        assertThat(compare(calendar, calendar, days, receivedAt).moved()).isFalse();
    }

    @Property
    void a_date_is_provisional_exactly_when_a_day_of_its_reckoning_is(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant receivedAt,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        DueDate due = Clocks.of(calendar, days).due("step", receivedAt);
        boolean unsure = WorkCalendar.dateOf(receivedAt)
                .plusDays(1)
                .datesUntil(due.dueOn().plusDays(1))
                .anyMatch(calendar::isProvisional);

        assertThat(due.provisional()).isEqualTo(unsure);
        assertThat(due.explanation().contains("尚未公布")).isEqualTo(unsure);
    }

    @Property
    void working_time_adds_up(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant two,
            @ForAll("moments") Instant three) {
        List<Instant> order = Stream.of(one, two, three).sorted().toList();

        assertThat(calendar.workingTimeBetween(order.get(0), order.get(1))
                        .plus(calendar.workingTimeBetween(order.get(1), order.get(2))))
                .isEqualTo(calendar.workingTimeBetween(order.get(0), order.get(2)));
    }

    @Property
    void all_the_time_is_used_at_the_due_moment_and_none_at_receipt(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant receivedAt,
            @ForAll("moments") Instant at,
            @ForAll @IntRange(min = 1, max = 30) int days) {
        LegalClock clock = Clocks.of(calendar, days);
        DueDate due = clock.due("step", receivedAt);
        TimeUsed atDue = clock.timeUsed("step", receivedAt, due.dueAt(), List.of());
        TimeUsed then = clock.timeUsed("step", receivedAt, at, List.of());

        assertThat(clock.timeUsed("step", receivedAt, receivedAt, List.of()).percent())
                .isZero();
        assertThat(atDue.percent()).isEqualTo(100);
        assertThat(atDue.allowed())
                .isEqualTo(due.counted().stream()
                        .map(day -> calendar.hoursOn(day.date()).perDay())
                        .reduce(Duration.ZERO, Duration::plus));
        assertThat(then.reaches(100)).isEqualTo(!at.isBefore(due.dueAt()));
    }

    private static boolean isFree(WorkCalendar calendar, LocalDate date) {
        DayReason reason = calendar.statusOf(date).reason();
        boolean whole = calendar.hoursOn(date).equals(calendar.hours().on(date));
        return whole && (reason == DayReason.WORKDAY || reason == DayReason.WEEKEND);
    }

    private static DueDateDifference compare(WorkCalendar old, WorkCalendar now, int days, Instant receivedAt) {
        return DueDateDifference.between(Clocks.of(old, days), Clocks.of(now, days), "step", receivedAt);
    }
}
