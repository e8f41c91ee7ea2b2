package io.qihang.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Days, or the same half of each, on which a county's offices are closed by its own notice.
 *
 * @param firstDay the first closed day
 * @param lastDay the last closed day, not before the first
 * @param part the whole of each day, its morning or its afternoon
 * @param reason in a word or two, such as 暴雪
 * @param document the notice, in words a reader can look up
 */
public record Closure(
        UUID id, LocalDate firstDay, LocalDate lastDay, ClosurePart part, String reason, String document) {

    /** Its days as the calendar counts them. */
    List<CalendarDay> days() {
        return firstDay.datesUntil(lastDay.plusDays(1))
                .map(date -> new CalendarDay(date, part.kind(), reason, document))
                .toList();
    }

    boolean overlaps(Closure other) {
        return part.meets(other.part) && !firstDay.isAfter(other.lastDay) && !other.firstDay.isAfter(lastDay);
    }

    /** 停止办公 2026-10-09 至 2026-10-11（暴雪） */
    String words() {
        return part.label() + " " + firstDay + " 至 " + lastDay + "（" + reason + "）";
    }
}
