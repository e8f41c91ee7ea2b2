package io.qihang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The same step of the same case under two clocks: what it was, what it is, and which days made it move.
 *
 * @param before under the old calendar and profile
 * @param after under the new ones
 * @param changedDays the days of the new reckoning that were off and are now worked, or the other way round
 */
public record DueDateDifference(
        DueDate before, DueDate after, List<DayChange> changedDays, List<HoursChange> changedHours) {

    /** One date as the old and the new calendar see it. */
    public record DayChange(DayStatus before, DayStatus after) {}

    /** The hours of one working date as the old and the new calendar see them. */
    public record HoursChange(LocalDate date, WorkingHours before, WorkingHours after) {}

    public DueDateDifference {
        changedDays = List.copyOf(changedDays);
        changedHours = List.copyOf(changedHours);
    }

    /**
     * Compares a step received at a moment under two clocks.
     *
     * @throws java.util.NoSuchElementException when one of the profiles has no such step
     */
    public static DueDateDifference between(LegalClock old, LegalClock now, String stepCode, Instant receivedAt) {
        return between(old, now, stepCode, receivedAt, List.of(), List.of());
    }

    /**
     * Compares a step whose clock was stopped; what stood still stays so under both.
     *
     * @param oldStops the stops as the old calendar ends those that still run
     * @param stops the stops as the new one does
     * @throws java.util.NoSuchElementException when one of the profiles has no such step
     */
    public static DueDateDifference between(
            LegalClock old,
            LegalClock now,
            String stepCode,
            Instant receivedAt,
            List<ClockStop> oldStops,
            List<ClockStop> stops) {
        DueDate after = now.due(stepCode, receivedAt, stops);
        List<DayChange> days = new ArrayList<>();
        List<HoursChange> hours = new ArrayList<>();
        for (DayStatus day : after.days()) {
            DayStatus was = old.calendar().statusOf(day.date());
            boolean half = was.reason() == DayReason.HALF_DAY || day.reason() == DayReason.HALF_DAY;
            WorkingHours before = old.calendar().hoursOn(day.date());
            WorkingHours open = now.calendar().hoursOn(day.date());
            if (was.working() != day.working() || (half && !was.label().equals(day.label()))) {
                days.add(new DayChange(was, day));
            } else if (day.working() && !before.equals(open)) {
                hours.add(new HoursChange(day.date(), before, open));
            }
        }
        return new DueDateDifference(old.due(stepCode, receivedAt, oldStops), after, days, hours);
    }

    /** Whether the due time is another one. */
    public boolean moved() {
        return !before.dueAt().equals(after.dueAt());
    }

    /** By how many calendar days it moved; negative when it is earlier now. */
    public long movedDays() {
        return ChronoUnit.DAYS.between(before.dueOn(), after.dueOn());
    }

    /** One Chinese sentence: from when to when, and why. */
    public String sentence() {
        return DueDateDifferenceText.tell(this);
    }
}
