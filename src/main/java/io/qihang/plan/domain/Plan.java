package io.qihang.plan.domain;

import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A county's plan for a year, as its document states it. It counts only what is dated in its year.
 *
 * @param document 文号
 * @param remark the annex's own remark
 * @param deadlineNote how deadlines in words became days
 */
public record Plan(
        RegionCode county,
        int year,
        PlanStatus status,
        String name,
        String document,
        String clause,
        @Nullable String remark,
        @Nullable String deadlineNote,
        PlanSources sources,
        Items items,
        Targets targets) {

    /** The items in the document's order. */
    record Items(List<PlanItem> items) {

        Items {
            items = List.copyOf(items);
        }
    }

    /** The numbers in the document's order. */
    record Targets(List<PlanTarget> items) {

        Targets {
            items = List.copyOf(items);
        }
    }

    /** The units it sets targets for, in the document's order. */
    List<RegionCode> units() {
        return targets.items().stream()
                .map(PlanTarget::unitCode)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * The item with this number.
     *
     * @throws Problem {@code NOT_FOUND} when there is none
     */
    PlanItem item(int no) {
        return items.items().stream()
                .filter(it -> it.no() == no)
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** The unit's target. */
    Optional<PlanTarget> target(PlanItem item, RegionCode unit) {
        return targets.items().stream()
                .filter(it -> it.isOf(item, PlanTarget.Kind.UNIT) && unit.equals(it.unitCode()))
                .findFirst();
    }

    /** The county's targets: the 总数 where it has a number, or those of an item without unit figures. */
    List<PlanTarget> countyTargets(PlanItem item) {
        return targets.items().stream()
                .filter(it -> it.isOf(item, PlanTarget.Kind.TOTAL) || it.isOf(item, PlanTarget.Kind.COUNTY))
                .filter(it -> it.value() != null)
                .toList();
    }

    /** Whether the item has no unit figures. */
    boolean isCountyWide(PlanItem item) {
        return targets.items().stream().noneMatch(it -> it.isOf(item, PlanTarget.Kind.UNIT));
    }

    /** What the body says of the item; it may differ from the annex. */
    List<PlanTarget> inBody(PlanItem item) {
        return body().filter(it -> it.itemKey().equals(item.key())).toList();
    }

    /** What only the body sets as a target. */
    List<PlanTarget> onlyInBody() {
        return body().filter(it ->
                        items.items().stream().noneMatch(item -> item.key().equals(it.itemKey())))
                .toList();
    }

    private Stream<PlanTarget> body() {
        return targets.items().stream().filter(it -> it.kind() == PlanTarget.Kind.BODY);
    }

    /** A copy to show the system with: the same targets in another year, marked 演示. Nobody is held to it. */
    public Plan demonstratedIn(int other) {
        return new Plan(
                county,
                other,
                PlanStatus.DEMO,
                name.replace(Integer.toString(year), Integer.toString(other)) + "（演示）",
                document,
                clause,
                remark,
                deadlineNote,
                sources,
                new Items(items.items().stream()
                        .map(it -> it.movedTo(year, other))
                        .toList()),
                new Targets(targets.items().stream()
                        .map(it -> it.movedTo(year, other))
                        .toList()));
    }
}
