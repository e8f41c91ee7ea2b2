package io.qihang.visit;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.util.UUID;

/**
 * Something became of a planned visit that others should know; ids only.
 *
 * @param news {@code PLANNED}, {@code CANCELLED} or {@code POSTPONED}
 * @param step how often it has changed, so that each news is told once
 */
public record VisitPlanned(
        UUID plan, EnterpriseId enterprise, RegionCode county, String news, int step, int schemaVersion) {

    public VisitPlanned(UUID plan, EnterpriseId enterprise, RegionCode county, String news, int step) {
        this(plan, enterprise, county, news, step, 1);
    }
}
