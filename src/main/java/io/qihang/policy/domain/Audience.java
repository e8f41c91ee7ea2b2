package io.qihang.policy.domain;

import io.qihang.platform.RegionCode;
import java.util.Set;

/**
 * Whom a policy is sent to: enterprises of its region that meet every criterion given. An empty criterion leaves
 * nobody out.
 *
 * @param regions counties, 乡镇, 街道 or functional zones within the policy's region
 * @param industries sections or divisions of GB/T 4754 (行业门类、大类), such as {@code C} or {@code C13}
 */
public record Audience(Set<RegionCode> regions, Set<String> industries) {

    /** Every enterprise of the policy's region. */
    public static final Audience EVERYONE = new Audience(Set.of(), Set.of());

    public Audience {
        regions = Set.copyOf(regions);
        industries = Set.copyOf(industries);
    }
}
