package io.qihang.calendar;

import java.time.LocalDate;

/**
 * One published statement about one date.
 *
 * @param date the date in China
 * @param kind what is stated
 * @param name the holiday it belongs to (国庆节), or the reason of a closure (暴雪)
 * @param source the document that states it, in words a reader can look up
 */
public record CalendarDay(LocalDate date, DayKind kind, String name, String source) {

    public CalendarDay {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A calendar day needs a name: " + date);
        }
    }
}
