package io.qihang.plan.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.indicator.Candidate;
import io.qihang.indicator.CountedMember;
import io.qihang.indicator.IndicatorKey;
import io.qihang.indicator.IndicatorSource;
import io.qihang.indicator.Indicators;
import io.qihang.indicator.YearToDate;
import io.qihang.plan.domain.PlanScreen.PlanUnit;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans as the screens show them, and the names behind every figure. */
@Service
public class PlanReading {

    private final Plans plans;
    private final Indicators indicators;
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    PlanReading(Plans plans, Indicators indicators, Regions regions, AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A plan in the list of plans. */
    public record PlanLine(int year, PlanStatus status, String statusName, String name) {}

    /** Which of an item's figures a list stands behind. */
    public enum Figure {
        /** What was done. */
        COUNTED,
        /** The second source. */
        COMPARED,
        /** 另：已认定. */
        RECOGNISED
    }

    /** The plans of the staff member's county, the newest year first. */
    public List<PlanLine> list(Actor staff) {
        return plans.list(PlanAccess.countyOf(staff)).stream()
                .map(it -> new PlanLine(it.year(), it.status(), it.status().label(), it.name()))
                .toList();
    }

    /**
     * The plan and what was counted by the end of a day.
     *
     * @param asOf today when null; after the plan's year its last day
     */
    public PlanScreen show(Actor staff, int year, @Nullable LocalDate asOf) {
        Plan plan = plans.require(PlanAccess.countyOf(staff), year);
        YearToDate time = time(plan, asOf);
        List<PlanUnit> units = PlanAccess.unitsOf(staff, plan).stream()
                .map(it -> new PlanUnit(it, regions.nameOf(it)))
                .toList();
        var figures = indicators.figures(plan.sources().keys(), time);
        return new PlanTable(plan, figures, units).screen(time.day());
    }

    /** The plan as {@link #show}, to be carried away; recorded in the audit. */
    @Transactional
    public PlanScreen export(Actor staff, int year, @Nullable LocalDate asOf) {
        PlanScreen screen = show(staff, year, asOf);
        audit.record("plan.export", "plan", year, "导出" + screen.name() + "，截至 " + screen.asOf());
        return screen;
    }

    /**
     * Those who make up a figure of an item.
     *
     * @param place a unit, or the county for its total
     * @throws Problem {@code PLAN_NO_SOURCE} when nothing counts that figure
     */
    public Page<CountedMember> members(
            Actor staff,
            int year,
            int no,
            RegionCode place,
            Figure figure,
            @Nullable LocalDate asOf,
            PageRequest page) {
        Plan plan = plans.require(PlanAccess.countyOf(staff), year);
        PlanAccess.requirePlace(staff, plan, place);
        var key = key(plan, plan.item(no), figure);
        return source(key).members(Objects.requireNonNull(key), place, time(plan, asOf), page);
    }

    /**
     * Those of the place who could be counted by the item and are not yet.
     *
     * @throws Problem {@code PLAN_NO_SOURCE} when nobody lists them
     */
    public Page<Candidate> missing(
            Actor staff, int year, int no, RegionCode place, @Nullable LocalDate asOf, PageRequest page) {
        Plan plan = plans.require(PlanAccess.countyOf(staff), year);
        PlanAccess.requirePlace(staff, plan, place);
        var key = key(plan, plan.item(no), Figure.COUNTED);
        return source(key)
                .candidates(Objects.requireNonNull(key), place, time(plan, asOf), page)
                .orElseThrow(() -> Problem.of(PlanProblem.PLAN_NO_SOURCE));
    }

    private static @Nullable IndicatorKey key(Plan plan, PlanItem item, Figure figure) {
        var source = plan.sources().of(item);
        return switch (figure) {
            case COUNTED -> source.counted();
            case COMPARED -> source.compared();
            case RECOGNISED -> source.recognised();
        };
    }

    private IndicatorSource source(@Nullable IndicatorKey key) {
        if (key == null) throw Problem.of(PlanProblem.PLAN_NO_SOURCE);
        return indicators.sourceOf(key).orElseThrow(() -> Problem.of(PlanProblem.PLAN_NO_SOURCE));
    }

    private YearToDate time(Plan plan, @Nullable LocalDate asOf) {
        LocalDate today = Times.dayOf(clock.instant());
        if (asOf != null && asOf.isAfter(today)) throw Problem.of(PlanProblem.PLAN_DAY_TO_COME);
        return new YearToDate(plan.county(), Year.of(plan.year()), asOf == null ? today : asOf);
    }
}
