package io.qihang.plan.domain;

import io.qihang.access.Actor;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.util.List;

/**
 * What of a plan an actor sees. County officers and leaders see every unit; a 乡镇 sees its own and the county's totals,
 * never another's.
 */
final class PlanAccess {

    private PlanAccess() {}

    /** The county whose plans the member of staff works by. */
    static RegionCode countyOf(Actor staff) {
        RegionCode home = staff.scope().home();
        if (home == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return home;
    }

    /** The units of the plan within reach, in the document's order. */
    static List<RegionCode> unitsOf(Actor staff, Plan plan) {
        return plan.units().stream().filter(it -> staff.scope().covers(it)).toList();
    }

    /** Refuses the names behind a figure of a place out of reach; behind the county's total stand all units. */
    static void requirePlace(Actor staff, Plan plan, RegionCode place) {
        boolean within = place.isUnit()
                ? plan.units().contains(place) && staff.scope().covers(place)
                : place.equals(plan.county()) && staff.scope().counties().contains(place);
        if (!within) throw Problem.of(PlatformProblem.NOT_FOUND);
    }
}
