package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.identity.StaffId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.region.Regions;
import org.jspecify.annotations.Nullable;

/**
 * For whom somebody plans a visit.
 *
 * @param department as the enterprise and the other departments read it
 * @param office the code, when it is one of the county's offices
 */
record Planner(
        StaffId staff,
        RegionCode county,
        String department,
        @Nullable String office) {

    static Planner of(Actor actor, Offices offices, Regions regions) {
        RegionCode county = actor.scope().home();
        if (county == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        var staff = new StaffId(actor.account());
        String office = actor.scope().offices().stream().sorted().findFirst().orElse(null);
        if (office != null) {
            return new Planner(
                    staff,
                    county,
                    offices.find(county, office).map(Office::name).orElse(office),
                    office);
        }
        String unit = actor.scope().units().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .findFirst()
                .map(regions::nameOf)
                .orElse(null);
        if (actor.has(Role.TOWNSHIP_OFFICER) && unit != null) return new Planner(staff, county, unit, null);
        return new Planner(staff, county, actor.has(Role.COMMISSIONER) ? "服务专员" : "县局", null);
    }
}
