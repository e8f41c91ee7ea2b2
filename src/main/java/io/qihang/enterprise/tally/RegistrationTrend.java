package io.qihang.enterprise.tally;

import io.qihang.access.Actor;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** How registrations grew month by month, from the kept counts; the units in the documents' order, never ranked. */
@Service
public class RegistrationTrend {

    private final TallyMapper mapper;
    private final Regions regions;
    private final Clock clock;

    RegistrationTrend(TallyMapper mapper, Regions regions, Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * A year of a county.
     *
     * @param upTo the last day that is counted
     * @param units those the officer may see
     */
    public record Trend(int year, LocalDate upTo, List<UnitTrend> units) {}

    /**
     * A unit's year.
     *
     * @param months what came in each month from January on, moves between units included
     */
    public record UnitTrend(RegionCode unit, String unitName, List<Integer> months, int total) {}

    /** The months of the year that have begun, for the officer's county. */
    public Trend of(Actor officer, int year) {
        RegionCode county = officer.scope().home();
        LocalDate today = Times.dayOf(clock.instant());
        if (county == null || year > today.getYear()) throw Problem.of(PlatformProblem.NOT_FOUND);
        var time = new YearToDate(county, Year.of(year), today);
        Map<RegionCode, Map<Integer, Integer>> totals = new HashMap<>();
        mapper.months(time).forEach(it -> totals.computeIfAbsent(it.unit(), unit -> new HashMap<>())
                .put(it.month(), it.total()));
        int last = time.day().getMonthValue();
        return new Trend(
                year,
                time.day(),
                regions.unitsOf(county).stream()
                        .filter(it -> officer.scope().covers(it.code()))
                        .map(it -> unit(it.code(), it.name(), totals.getOrDefault(it.code(), Map.of()), last))
                        .toList());
    }

    private static UnitTrend unit(RegionCode unit, String name, Map<Integer, Integer> totals, int last) {
        List<Integer> months = new ArrayList<>();
        int before = 0;
        for (int month = 1; month <= last; month++) {
            int total = totals.getOrDefault(month, before);
            months.add(total - before);
            before = total;
        }
        return new UnitTrend(unit, name, months, before);
    }
}
