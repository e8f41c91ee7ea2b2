package io.qihang.visit.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;

/**
 * 无事不扰: on how many days of a month one enterprise may be visited, by all departments together. Who comes on a day on
 * which somebody comes anyway disturbs it no more, so a joint visit is always possible.
 *
 * @param perMonth the cap; where a county has set none, nobody asks
 */
record Quiet(int perMonth) {

    /**
     * Whether one more visit is within the cap.
     *
     * @param taken the days on which somebody came or will come
     */
    boolean allows(LocalDate day, Collection<LocalDate> taken) {
        return taken.contains(day) || count(day, taken) < perMonth;
    }

    /** On how many days of that day's month somebody comes. */
    static long count(LocalDate day, Collection<LocalDate> taken) {
        YearMonth month = YearMonth.from(day);
        return taken.stream()
                .filter(it -> YearMonth.from(it).equals(month))
                .distinct()
                .count();
    }
}
