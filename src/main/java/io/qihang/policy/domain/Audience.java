package io.qihang.policy.domain;

import io.qihang.platform.RegionCode;
import io.qihang.rule.Condition;
import io.qihang.rule.RuleCase;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a policy is sent to: enterprises of its region that meet every criterion given. An empty criterion leaves
 * nobody out.
 *
 * @param regions counties, 乡镇, 街道 or functional zones within the policy's region
 * @param industries sections or divisions of GB/T 4754 (行业门类、大类), such as {@code C} or {@code C13}
 * @param condition what the document demands of an enterprise's facts; null when it demands nothing
 * @param cases cases the condition must come out right on before the policy is published
 */
public record Audience(
        Set<RegionCode> regions,
        Set<String> industries,
        @Nullable Condition condition,
        List<RuleCase> cases) {

    /** Every enterprise of the policy's region. */
    public static final Audience EVERYONE = new Audience(Set.of(), Set.of(), null, List.of());

    public Audience {
        regions = Set.copyOf(regions);
        industries = Set.copyOf(industries);
        cases = cases == null ? List.of() : List.copyOf(cases);
    }

    /** Whether an enterprise of this place and industry is let through, whatever its facts are. */
    boolean lets(RegionCode county, RegionCode unit, @Nullable String industry) {
        boolean here = regions.isEmpty() || regions.contains(county) || regions.contains(unit);
        boolean trade = industries.isEmpty()
                || (industry != null
                        && (industries.contains(industry) || industries.contains(industry.substring(0, 1))));
        return here && trade;
    }
}
