package io.qihang.plan.domain;

import io.qihang.indicator.Figures;
import io.qihang.indicator.IndicatorKey;
import io.qihang.plan.domain.PlanScreen.BodyTarget;
import io.qihang.plan.domain.PlanScreen.PlanCell;
import io.qihang.plan.domain.PlanScreen.PlanItemRow;
import io.qihang.plan.domain.PlanScreen.PlanUnit;
import io.qihang.plan.domain.PlanScreen.StatedTarget;
import io.qihang.plan.domain.PlanSources.ItemSource;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays what was counted beside the targets. */
final class PlanTable {

    static final String NO_SOURCE = "尚无数据来源";

    private final Plan plan;
    private final Map<IndicatorKey, Figures> figures;
    private final List<PlanUnit> units;

    /**
     * @param figures what is known, by indicator
     * @param units the units to show
     */
    PlanTable(Plan plan, Map<IndicatorKey, Figures> figures, List<PlanUnit> units) {
        this.plan = plan;
        this.figures = figures;
        this.units = units;
    }

    PlanScreen screen(LocalDate asOf) {
        return new PlanScreen(
                plan.year(),
                plan.status(),
                plan.status().label(),
                plan.name(),
                plan.document(),
                plan.clause(),
                asOf,
                units,
                plan.items().items().stream().map(this::row).toList(),
                plan.onlyInBody().stream().map(PlanTable::body).toList(),
                plan.remark(),
                plan.deadlineNote());
    }

    private PlanItemRow row(PlanItem item) {
        ItemSource source = plan.sources().of(item);
        Figures counted = known(source.counted());
        Figures compared = known(source.compared());
        Figures recognised = known(source.recognised());
        boolean countyWide = plan.isCountyWide(item);
        return new PlanItemRow(
                item.no(),
                item.key(),
                item.name(),
                item.unitName(),
                item.measure().label(),
                countyWide,
                item.deadline(),
                item.deadlineOn(),
                item.office(),
                item.clause(),
                item.note(),
                counted == null ? NO_SOURCE : null,
                source.comparedName(),
                compared == null ? null : compared.upTo(),
                counted == null ? null : source.missing(),
                countyWide
                        ? List.of()
                        : units.stream()
                                .map(it -> cell(item, it.code(), counted, compared, recognised))
                                .toList(),
                new PlanCell(
                        null,
                        plan.countyTargets(item).stream().map(PlanTable::target).toList(),
                        counted == null ? null : Integer.valueOf(counted.total()),
                        compared == null ? null : Integer.valueOf(compared.total()),
                        recognised == null ? null : also(recognised.total())),
                plan.inBody(item).stream().map(PlanTable::body).toList());
    }

    private PlanCell cell(
            PlanItem item,
            RegionCode unit,
            @Nullable Figures counted,
            @Nullable Figures compared,
            @Nullable Figures recognised) {
        return new PlanCell(
                unit,
                plan.target(item, unit).stream().map(PlanTable::target).toList(),
                counted == null ? null : Integer.valueOf(counted.of(unit)),
                compared == null ? null : Integer.valueOf(compared.of(unit)),
                recognised == null ? null : also(recognised.of(unit)));
    }

    private @Nullable Figures known(@Nullable IndicatorKey key) {
        return key == null ? null : figures.get(key);
    }

    private static String also(int recognised) {
        return "另：已认定 " + recognised;
    }

    private static BodyTarget body(PlanTarget it) {
        return new BodyTarget(it.itemName(), it.clause(), it.quote(), target(it), it.deadline(), it.note());
    }

    /** The unit is left out of the words where the document does not write it. */
    private static StatedTarget target(PlanTarget it) {
        Operator op = Objects.requireNonNull(it.op());
        String value = Objects.requireNonNull(it.value()).toPlainString();
        String unit = it.unitName().contains("（") ? "" : it.unitName();
        String level = it.level() == null ? "" : it.level();
        return new StatedTarget(op, value, it.level(), level + value + unit + op.wording(), it.quote());
    }
}
