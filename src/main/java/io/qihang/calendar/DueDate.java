package io.qihang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/**
 * When a step is due, with the whole reckoning.
 *
 * @param profile the profile it was counted by
 * @param step the step of that profile
 * @param receivedAt when it was received
 * @param startedAt when its clock started: of days the beginning of day 1, of hours receipt or the next opening
 * @param plannedAt when it was due had the clock never stood still
 * @param dueAt a moment of work or the end of it
 * @param days every date from the first of the reckoning up to the due date, worked or not, each with its reason
 * @param stops for how long the clock stood still, in the order of time
 */
public record DueDate(
        DeadlineProfile profile,
        DeadlineStep step,
        Instant receivedAt,
        Instant startedAt,
        Instant plannedAt,
        Instant dueAt,
        List<DayStatus> days,
        List<Stopped> stops) {

    /**
     * A stop as it was counted.
     *
     * @param time the working time of it that belongs to no stop before
     */
    public record Stopped(ClockStop stop, Duration time) {}

    public DueDate {
        days = List.copyOf(days);
        stops = List.copyOf(stops);
    }

    /** The date it is due, in China. */
    public LocalDate dueOn() {
        return WorkCalendar.dateOf(dueAt);
    }

    /** Day 1: the date on which its clock started. */
    public LocalDate firstDay() {
        return WorkCalendar.dateOf(startedAt);
    }

    /** The days that count without the stops: the working days, or of a step of calendar days each one it has. */
    public List<DayStatus> counted() {
        LocalDate planned = WorkCalendar.dateOf(plannedAt);
        return step.unit() == StepUnit.CALENDAR_DAYS
                ? days.subList(0, Math.min(days.size(), step.amount()))
                : days.stream()
                        .filter(day -> day.working() && !day.date().isAfter(planned))
                        .toList();
    }

    /** The days off within the reckoning, each with its reason. */
    public List<DayStatus> skipped() {
        return days.stream().filter(day -> !day.working()).toList();
    }

    /** Worked days and days off merged into runs, in order. */
    public List<DayRun> runs() {
        return DayRun.of(days);
    }

    /** Years in the reckoning whose arrangement is not announced, in order. */
    public List<Year> unannouncedYears() {
        return days.stream()
                .filter(DayStatus::provisional)
                .map(day -> Year.from(day.date()))
                .distinct()
                .toList();
    }

    /** Whether the date may still change because a year's arrangement is not announced. */
    public boolean provisional() {
        return days.stream().anyMatch(DayStatus::provisional);
    }

    /** Whether the step is overdue at a moment; at the due time itself it is not. */
    public boolean overdueAt(Instant at) {
        return at.isAfter(dueAt);
    }

    /** Why it is this date: one plain Chinese paragraph. */
    public String explanation() {
        return DueDateText.explain(this);
    }
}
