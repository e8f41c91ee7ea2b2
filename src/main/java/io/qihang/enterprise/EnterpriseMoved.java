package io.qihang.enterprise;

import io.qihang.platform.RegionCode;
import java.time.LocalDate;

/** An enterprise counts for another unit from a day on; figures of earlier days stay. */
public record EnterpriseMoved(
        EnterpriseId enterprise, RegionCode from, RegionCode to, LocalDate effectiveFrom, int schemaVersion) {

    public EnterpriseMoved(EnterpriseId enterprise, RegionCode from, RegionCode to, LocalDate effectiveFrom) {
        this(enterprise, from, to, effectiveFrom, 1);
    }
}
