package io.qihang.plan.domain;

import io.qihang.plan.domain.PlanTarget.Kind;
import io.qihang.platform.RegionCode;
import io.qihang.region.Offices;
import io.qihang.region.PackFile;
import io.qihang.region.PackRow;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a plan's table, a number of the document a row, and refuses what does not add up. */
final class PlanRows {

    private static final String[] COLUMNS = {
        "row_kind",
        "item_no",
        "item_key",
        "item_name",
        "township",
        "target",
        "op",
        "unit",
        "level",
        "measure",
        "total_stated",
        "deadline",
        "deadline_date",
        "office",
        "doc",
        "source_clause",
        "quote",
        "note"
    };
    private static final Map<String, Kind> KINDS = Map.of(
            "township", Kind.UNIT, "county_total", Kind.TOTAL, "county_only", Kind.COUNTY, "body_only", Kind.BODY);

    private final PackFile file;
    private final int year;
    private final Regions regions;
    private final Offices offices;
    private final List<PlanTarget> targets = new ArrayList<>();
    private final Map<Integer, ItemRows> items = new LinkedHashMap<>();

    PlanRows(PackFile file, int year, Regions regions, Offices offices) {
        this.file = file;
        this.year = year;
        this.regions = regions;
        this.offices = offices;
    }

    /** The whole table. */
    void read() {
        file.rows(COLUMNS).forEach(this::read);
        int expected = 1;
        List<RegionCode> units =
                regions.unitsOf(file.region()).stream().map(Region::code).toList();
        for (ItemRows item : items.values()) {
            item.check(expected++, units);
        }
    }

    Plan.Items items() {
        return new Plan.Items(items.values().stream().map(ItemRows::item).toList());
    }

    Plan.Targets targets() {
        return new Plan.Targets(targets);
    }

    private void read(PackRow row) {
        Kind kind = KINDS.get(row.text("row_kind"));
        if (kind == null) throw row.bad("row_kind", "应为 township、county_total、county_only、body_only 之一");
        PlanTarget target = target(row, kind);
        targets.add(target);
        if (target.itemNo() != null) {
            items.computeIfAbsent(target.itemNo(), no -> new ItemRows(item(row, no), row))
                    .add(target, item(row, target.itemNo()), row);
        } else {
            deadlineOn(row);
        }
    }

    private PlanTarget target(PackRow row, Kind kind) {
        BigDecimal value =
                row.optional("target").map(it -> number(row, "target")).orElse(null);
        if (value == null && kind != Kind.TOTAL) throw row.bad("target", "不能为空");
        return new PlanTarget(
                targets.size() + 1,
                kind,
                kind == Kind.BODY ? null : Integer.valueOf(row.whole("item_no")),
                row.text("item_key"),
                row.text("item_name"),
                unit(row, kind),
                row.optional("level").orElse(null),
                value == null ? null : operator(row),
                value,
                row.text("unit"),
                row.optional("measure").map(it -> measure(row)).orElse(null),
                row.text("deadline"),
                row.text("source_clause"),
                row.text("quote"),
                row.optional("note").orElse(null));
    }

    private PlanItem item(PackRow row, int no) {
        return new PlanItem(
                no,
                row.text("item_key"),
                row.text("item_name"),
                row.text("unit"),
                measure(row),
                row.optional("total_stated")
                        .map(it -> number(row, "total_stated"))
                        .orElse(null),
                row.text("deadline"),
                deadlineOn(row),
                office(row),
                row.text("source_clause").split(" ")[0],
                null);
    }

    private @Nullable RegionCode unit(PackRow row, Kind kind) {
        String name = row.text("township");
        if (kind == Kind.UNIT) {
            return regions.unitCalled(file.region(), name)
                    .map(Region::code)
                    .orElseThrow(() -> row.bad("township", "县里没有“" + name + "”"));
        }
        if (!name.equals("全县")) throw row.bad("township", "应为全县");
        return null;
    }

    private static Operator operator(PackRow row) {
        return Operator.of(row.text("op")).orElseThrow(() -> row.bad("op", "应为 = 或 >="));
    }

    private static Measure measure(PackRow row) {
        String code = row.text("measure");
        return Measure.of(code).orElseThrow(() -> row.bad("measure", "没有“" + code + "”这种口径"));
    }

    /** The deadline as a day of the plan's year; null when it recurs. */
    private @Nullable LocalDate deadlineOn(PackRow row) {
        String text = row.text("deadline_date");
        if (text.matches("monthly-\\d{1,2}|quarterly")) return null;
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() != year) throw row.bad("deadline_date", "不在 " + year + " 年内");
            return day;
        } catch (DateTimeException e) {
            throw row.bad("deadline_date", "“" + text + "”应为日期，或 monthly-日、quarterly");
        }
    }

    /** The office's text; what stands before the dot is one of the region's offices. */
    private String office(PackRow row) {
        String text = row.text("office");
        String name = text.split("·")[0];
        if (offices.called(file.region(), name).isEmpty()) throw row.bad("office", "没有“" + name + "”这个单位");
        return text;
    }

    private static BigDecimal number(PackRow row, String column) {
        String text = row.text(column);
        if (!text.matches("\\d{1,12}(\\.\\d{1,4})?")) throw row.bad(column, "“" + text + "”不是数字");
        return new BigDecimal(text);
    }
}
