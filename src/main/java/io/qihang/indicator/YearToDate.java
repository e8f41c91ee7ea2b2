package io.qihang.indicator;

import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.time.Year;

/**
 * What is dated in a year, as things stood at the end of a day of it. What happens after the year's last day changes
 * nothing of the year any more.
 *
 * @param day a later day than the year's last stands for the last; before the year nothing is dated in it
 */
public record YearToDate(RegionCode county, Year year, LocalDate day) {

    public YearToDate {
        LocalDate last = year.atMonth(12).atEndOfMonth();
        if (day.isAfter(last)) day = last;
    }

    /** The first day on which something may be dated. */
    public LocalDate firstDay() {
        return year.atDay(1);
    }
}
