package io.qihang.plan.domain;

import io.qihang.indicator.IndicatorKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which indicators tell something of the items. An item that is not named has no source of data. */
record PlanSources(List<ItemSource> items) {

    PlanSources {
        items = List.copyOf(items);
    }

    /**
     * What tells of an item.
     *
     * @param item its key
     * @param counted what its progress is counted by; null when nothing counts it
     * @param compared another source of the same figure; null when there is none
     * @param comparedName what that source is called
     * @param recognised recognitions told beside the item, never as progress
     * @param missing what those are called who could be counted and are not; null when nobody lists them
     */
    record ItemSource(
            String item,
            @Nullable IndicatorKey counted,
            @Nullable IndicatorKey compared,
            @Nullable String comparedName,
            @Nullable IndicatorKey recognised,
            @Nullable String missing) {}

    ItemSource of(PlanItem item) {
        return items.stream()
                .filter(it -> it.item().equals(item.key()))
                .findFirst()
                .orElseGet(() -> new ItemSource(item.key(), null, null, null, null, null));
    }

    Set<IndicatorKey> keys() {
        return items.stream()
                .flatMap(it -> Stream.of(it.counted(), it.compared(), it.recognised()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
