package io.qihang.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Days on which a county's offices are closed by its own notice.
 *
 * @param firstDay the first closed day
 * @param lastDay the last closed day, not before the first
 * @param reason in a word or two, such as 暴雪
 * @param document the notice, in words a reader can look up
 */
public record Closure(UUID id, LocalDate firstDay, LocalDate lastDay, String reason, String document) {

    /** Its days as the calendar counts them. */
    List<CalendarDay> days() {
        return firstDay.datesUntil(lastDay.plusDays(1))
                .map(date -> new CalendarDay(date, DayKind.CLOSURE, reason, document))
                .toList();
    }

    boolean overlaps(Closure other) {
        return !firstDay.isAfter(other.lastDay) && !other.firstDay.isAfter(lastDay);
    }
}
