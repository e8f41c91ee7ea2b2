package io.qihang.indicator;

import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;

/**
 * How many each unit of a county has.
 *
 * @param upTo the last day that is known of: the day asked for, or the date of the list that was counted
 * @param units each unit at most once; one without any may be left out
 */
public record Figures(IndicatorKey key, LocalDate upTo, List<UnitCount> units) {

    /** The count of one unit. */
    public record UnitCount(RegionCode unit, int count) {}

    public Figures {
        units = List.copyOf(units);
    }

    /** The unit's count. */
    public int of(RegionCode unit) {
        return units.stream()
                .filter(it -> it.unit().equals(unit))
                .mapToInt(UnitCount::count)
                .sum();
    }

    /** The county's count, units no longer in use included. */
    public int total() {
        return units.stream().mapToInt(UnitCount::count).sum();
    }
}
