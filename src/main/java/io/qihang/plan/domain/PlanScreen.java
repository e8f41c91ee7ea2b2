package io.qihang.plan.domain;

import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is shown: items and units in the document's order, never ranked.
 *
 * @param asOf the day up to which was counted
 * @param units the units shown: all of the county, or those within reach
 * @param onlyInBody targets the annex does not have
 */
public record PlanScreen(
        int year,
        PlanStatus status,
        String statusName,
        String name,
        String document,
        String clause,
        LocalDate asOf,
        List<PlanUnit> units,
        List<PlanItemRow> items,
        List<BodyTarget> onlyInBody,
        @Nullable String remark,
        @Nullable String deadlineNote) {

    public PlanScreen {
        units = List.copyOf(units);
        items = List.copyOf(items);
        onlyInBody = List.copyOf(onlyInBody);
    }

    /** A unit as the document calls it. */
    public record PlanUnit(RegionCode code, String name) {}

    /**
     * An item.
     *
     * @param countyWide whether the document has no unit figures for it; {@code cells} is empty then
     * @param office the annex's contact office
     * @param noSource 尚无数据来源; null when the item is counted
     * @param comparedName what the second source is called; null when there is none
     * @param comparedUpTo the date of the second source; null when nothing was brought in
     * @param missing what the list of those not counted yet is called; null when there is none
     * @param total the county's targets and figures
     * @param inBody what the body says of the item, as it may differ from the annex
     */
    public record PlanItemRow(
            int no,
            String key,
            String name,
            String unitName,
            String measureName,
            boolean countyWide,
            String deadline,
            @Nullable LocalDate deadlineOn,
            String office,
            String clause,
            @Nullable String note,
            @Nullable String noSource,
            @Nullable String comparedName,
            @Nullable LocalDate comparedUpTo,
            @Nullable String missing,
            List<PlanCell> cells,
            PlanCell total,
            List<BodyTarget> inBody) {

        public PlanItemRow {
            cells = List.copyOf(cells);
            inBody = List.copyOf(inBody);
        }
    }

    /**
     * What one unit, or the county, should reach and has.
     *
     * @param unit null for the county
     * @param targets one for a unit; for the county none where the document leaves it empty, several by level
     * @param done null without a source of data
     * @param compared the second source's figure; null without one
     * @param recognised 另：已认定 n, which is not progress; null when nobody counts recognitions
     */
    public record PlanCell(
            @Nullable RegionCode unit,
            List<StatedTarget> targets,
            @Nullable Integer done,
            @Nullable Integer compared,
            @Nullable String recognised) {

        public PlanCell {
            targets = List.copyOf(targets);
        }
    }

    /**
     * A target.
     *
     * @param value plain digits
     * @param text in words, such as 2家以上
     * @param quote the document's words
     */
    public record StatedTarget(
            Operator op, String value, @Nullable String level, String text, String quote) {}

    /** A target as the document's body states it. */
    public record BodyTarget(
            String name,
            String clause,
            String quote,
            StatedTarget target,
            String deadline,
            @Nullable String note) {}
}
