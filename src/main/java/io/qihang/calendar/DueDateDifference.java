package io.qihang.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The same step of the same case under two clocks: what it was, what it is, and which days made it move.
 *
 * @param before under the old calendar and profile
 * @param after under the new ones
 * @param changedDays the days of the new reckoning that were off and are now worked, or the other way round
 */
public record DueDateDifference(DueDate before, DueDate after, List<DayChange> changedDays) {

    /** One date as the old and the new calendar see it. */
    public record DayChange(DayStatus before, DayStatus after) {}

    public DueDateDifference {
        changedDays = List.copyOf(changedDays);
    }

    /**
     * Compares a step received at a moment under two clocks.
     *
     * @throws java.util.NoSuchElementException when one of the profiles has no such step
     */
    public static DueDateDifference between(LegalClock old, LegalClock now, String stepCode, Instant receivedAt) {
        DueDate after = now.due(stepCode, receivedAt);
        List<DayChange> changes = after.days().stream()
                .map(day -> new DayChange(old.calendar().statusOf(day.date()), day))
                .filter(change -> change.before().working() != change.after().working())
                .toList();
        return new DueDateDifference(old.due(stepCode, receivedAt), after, changes);
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
