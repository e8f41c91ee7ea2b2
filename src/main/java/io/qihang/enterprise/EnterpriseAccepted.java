package io.qihang.enterprise;

import io.qihang.platform.RegionCode;

/** An enterprise's registration was accepted; it counts for the unit from this day on. */
public record EnterpriseAccepted(EnterpriseId enterprise, RegionCode county, RegionCode unit, int schemaVersion) {

    public EnterpriseAccepted(EnterpriseId enterprise, RegionCode county, RegionCode unit) {
        this(enterprise, county, unit, 1);
    }
}
