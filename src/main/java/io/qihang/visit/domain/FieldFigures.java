package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.indicator.CountedMember;
import io.qihang.indicator.Figures;
import io.qihang.indicator.IndicatorKey;
import io.qihang.indicator.Indicators;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Coverage of visits and promises kept, by unit in the documents' order; every number opens the list behind it. */
@Service
public class FieldFigures {

    private static final Set<IndicatorKey> ALL =
            Set.of(FieldIndicators.IN_CHARGE, FieldIndicators.COVERED, FieldIndicators.DUE, FieldIndicators.KEPT);

    private final Indicators indicators;
    private final Regions regions;
    private final Clock clock;

    FieldFigures(Indicators indicators, Regions regions, Clock clock) {
        this.indicators = indicators;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * A unit's numbers, each beside the one it is a part of.
     *
     * @param inCharge enterprises with a main commissioner
     * @param covered of them, visited this year
     * @param due promises whose last day is over
     * @param kept of them, kept
     */
    public record UnitFigures(RegionCode unit, String unitName, int inCharge, int covered, int due, int kept) {}

    /** The county's numbers, and each unit's; a township sees its own only. */
    public record FieldNumbers(LocalDate asOf, List<UnitFigures> units) {

        public FieldNumbers {
            units = List.copyOf(units);
        }
    }

    /**
     * The numbers of the year of a day, as they stood at its end.
     *
     * @param asOf today when null
     */
    public FieldNumbers show(Actor officer, RegionCode county, @Nullable LocalDate asOf) {
        var time = time(county, asOf);
        Map<IndicatorKey, Figures> found = indicators.figures(ALL, time);
        List<UnitFigures> units = regions.unitsOf(county).stream()
                .map(Region::code)
                .filter(it -> officer.scope().covers(it))
                .map(it -> new UnitFigures(
                        it,
                        regions.nameOf(it),
                        count(found, FieldIndicators.IN_CHARGE, it),
                        count(found, FieldIndicators.COVERED, it),
                        count(found, FieldIndicators.DUE, it),
                        count(found, FieldIndicators.KEPT, it)))
                .toList();
        if (units.isEmpty()) throw Problem.of(PlatformProblem.NOT_FOUND);
        return new FieldNumbers(time.day(), units);
    }

    /**
     * The list behind a number.
     *
     * @param place a unit, or the county for all of its units
     * @param missing those that could be counted and are not
     */
    public Page<CountedMember> members(
            Actor officer, String key, RegionCode place, @Nullable LocalDate asOf, boolean missing, PageRequest page) {
        if (!officer.scope().covers(place)) throw Problem.of(PlatformProblem.NOT_FOUND);
        IndicatorKey indicator = ALL.stream()
                .filter(it -> it.value().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        var source = indicators.sourceOf(indicator).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        var time = time(place.county(), asOf);
        if (!missing) return source.members(indicator, place, time, page);
        return source.candidates(indicator, place, time, page)
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND))
                .map(it -> new CountedMember(it.id(), it.name(), time.day()));
    }

    private YearToDate time(RegionCode county, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? Times.dayOf(clock.instant()) : asOf;
        return new YearToDate(county, Year.of(day.getYear()), day);
    }

    private static int count(Map<IndicatorKey, Figures> found, IndicatorKey key, RegionCode unit) {
        Figures figures = found.get(key);
        return figures == null ? 0 : figures.of(unit);
    }
}
