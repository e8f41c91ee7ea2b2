package io.qihang.plan.domain;

import io.qihang.plan.domain.PlanTarget.Kind;
import io.qihang.platform.RegionCode;
import io.qihang.region.PackRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one item of the annex: they say the same of it, and its units' targets add up to its total. */
final class ItemRows {

    private final Map<RegionCode, BigDecimal> units = new LinkedHashMap<>();
    private final List<PlanTarget> county = new ArrayList<>();
    private PlanItem item;
    private PackRow last;
    private @Nullable PackRow total;
    private @Nullable BigDecimal totalTarget;

    ItemRows(PlanItem item, PackRow first) {
        this.item = item;
        this.last = first;
    }

    PlanItem item() {
        return item;
    }

    void add(PlanTarget target, PlanItem again, PackRow row) {
        if (!again.equals(item.withNote(null))) throw row.bad("item_no", "第 " + item.no() + " 项前后各行写的不一样");
        if (target.note() != null) item = item.withNote(target.note());
        last = row;
        if (target.unitCode() != null) {
            BigDecimal before = units.putIfAbsent(target.unitCode(), Objects.requireNonNull(target.value()));
            if (before != null) throw row.bad("township", "第 " + item.no() + " 项里前面已经有了");
        } else if (target.kind() == Kind.TOTAL) {
            if (total != null) throw row.bad("row_kind", "第 " + item.no() + " 项前面已经有总数");
            total = row;
            totalTarget = target.value();
        } else {
            county.add(target);
        }
    }

    /** Refuses an item out of order, one that leaves units out, and one that does not add up. */
    void check(int expectedNo, List<RegionCode> allUnits) {
        String name = "第 " + item.no() + " 项";
        if (item.no() != expectedNo) throw last.bad("item_no", "应为第 " + expectedNo + " 项，各项要按次序、不缺号");
        if (units.isEmpty()) {
            if (county.isEmpty() || total != null) throw last.bad("row_kind", name + "没有分到各单位，应只有全县的目标");
            return;
        }
        List<RegionCode> missing =
                allUnits.stream().filter(it -> !units.containsKey(it)).toList();
        if (!missing.isEmpty()) throw last.bad("township", name + "缺 " + missing.size() + " 个单位：" + missing);
        if (total == null || !county.isEmpty()) throw last.bad("row_kind", name + "分到了各单位，应有一行总数");
        checkTotal(name, total);
    }

    private void checkTotal(String name, PackRow row) {
        if (!item.addsUp()) {
            if (totalTarget != null) throw row.bad("target", name + "是比率，不能相加，总数应为空");
            return;
        }
        BigDecimal sum = units.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!same(sum, totalTarget) || !same(sum, item.total())) {
            throw row.bad(
                    "target",
                    name + "各单位之和为 " + sum + "，总数写的是 " + shown(totalTarget) + "，文件写明的是 " + shown(item.total()));
        }
    }

    private static boolean same(BigDecimal sum, @Nullable BigDecimal stated) {
        return stated != null && sum.compareTo(stated) == 0;
    }

    private static String shown(@Nullable BigDecimal number) {
        return number == null ? "空" : number.toPlainString();
    }
}
