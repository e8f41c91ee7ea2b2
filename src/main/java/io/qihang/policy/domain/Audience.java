package io.qihang.policy.domain;

import io.qihang.platform.RegionCode;
import java.util.List;
import java.util.Set;

/**
 * Whom a policy is sent to: enterprises of its region that meet every criterion given. An empty criterion leaves
 * nobody out.
 *
 * @param regions counties, 乡镇, 街道 or functional zones within the policy's region
 * @param industries sections or divisions of GB/T 4754 (行业门类、大类), such as {@code C} or {@code C13}
 * @param facts facts of the fact book an enterprise must have now, each with one value
 */
public record Audience(Set<RegionCode> regions, Set<String> industries, List<FactEquals> facts) {

    /** Every enterprise of the policy's region. */
    public static final Audience EVERYONE = new Audience(Set.of(), Set.of(), List.of());

    /**
     * A fact and the value it must have.
     *
     * @param fact the fact's key in the fact book, such as {@code land_output_grade}
     * @param value the value as text
     */
    public record FactEquals(String fact, String value) {}

    public Audience {
        regions = Set.copyOf(regions);
        industries = Set.copyOf(industries);
        facts = facts == null ? List.of() : List.copyOf(facts); // rows from before there were facts
    }
}
