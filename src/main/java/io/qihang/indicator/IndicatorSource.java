package io.qihang.indicator;

import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one business counts. Implementations are beans. Any past day can be asked; a figure and the list behind it agree
 * for every day.
 */
public interface IndicatorSource {

    /** What it counts; no other source counts the same. */
    Set<IndicatorKey> keys();

    /**
     * The figures of some of its keys, all of them in one statement and at a cost that does not grow with what is
     * counted. A key for which nothing was ever brought in is left out: that is not the same as none.
     */
    List<Figures> figures(Set<IndicatorKey> keys, YearToDate time);

    /**
     * Those who make up a figure, in a lasting order.
     *
     * @param place a unit, or the county for all of its units
     */
    Page<CountedMember> members(IndicatorKey key, RegionCode place, YearToDate time, PageRequest page);

    /**
     * Those of the place who could be counted and are not by that day; empty when nobody keeps a list of them.
     *
     * @param place a unit, or the county for all of its units
     */
    default Optional<Page<Candidate>> candidates(
            IndicatorKey key, RegionCode place, YearToDate time, PageRequest page) {
        return Optional.empty();
    }
}
