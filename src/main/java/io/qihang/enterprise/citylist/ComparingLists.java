package io.qihang.enterprise.citylist;

import io.qihang.access.Actor;
import io.qihang.enterprise.Uscc;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Regions;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lays our registrations and the city platform's list side by side, by code. */
@Service
public class ComparingLists {

    private final CityListMapper mapper;
    private final Regions regions;

    ComparingLists(CityListMapper mapper, Regions regions) {
        this.mapper = mapper;
        this.regions = regions;
    }

    /** Where an enterprise is found. */
    public enum Found {
        /** On both lists. */
        BOTH,
        /** Registered here only. */
        ONLY_OURS,
        /** On the city platform's list only. */
        ONLY_LISTED
    }

    /**
     * An enterprise of either list. What the other list says is shown even where it does not count there, such as a
     * date of another year.
     *
     * @param unit for which it counts here; null when it is not registered here
     * @param listedUnit where the city's list has it; null when it is not on it
     * @param unitsDiffer whether the two lists put it into different units
     */
    public record ListedPair(
            Uscc uscc,
            String name,
            @Nullable RegionCode unit,
            @Nullable String unitName,
            @Nullable LocalDate registeredOn,
            @Nullable RegionCode listedUnit,
            @Nullable String listedUnitName,
            @Nullable LocalDate listedRegisteredOn,
            boolean unitsDiffer) {}

    /**
     * The enterprises found so.
     *
     * @param unit limits to enterprises either list puts there; null for the whole county
     * @throws Problem {@code NOT_FOUND} when unit or county is out of the officer's reach
     */
    public Page<ListedPair> compare(
            Actor officer, YearToDate time, @Nullable RegionCode unit, Found found, PageRequest page) {
        Uscc after = after(page);
        boolean within = unit == null
                ? officer.scope().counties().contains(time.county())
                : unit.isUnit()
                        && unit.county().equals(time.county())
                        && officer.scope().covers(unit);
        if (!within) throw Problem.of(PlatformProblem.NOT_FOUND);
        var rows = mapper.pairs(time, unit, found.name(), after, page.fetch());
        return Page.of(rows, page.size(), it -> it.uscc().value()).map(this::pair);
    }

    private ListedPair pair(CityListMapper.PairRow row) {
        RegionCode ours = row.unit();
        RegionCode listed = row.listedUnit();
        return new ListedPair(
                row.uscc(),
                row.name(),
                ours,
                ours == null ? null : regions.nameOf(ours),
                row.registeredOn(),
                listed,
                listed == null ? null : regions.nameOf(listed),
                row.listedRegisteredOn(),
                ours != null && listed != null && !ours.equals(listed));
    }

    private static @Nullable Uscc after(PageRequest page) {
        String after = page.after();
        if (after == null) return null;
        try {
            return new Uscc(after);
        } catch (IllegalArgumentException e) {
            throw Problem.of(PlatformProblem.PAGE_CURSOR);
        }
    }
}
