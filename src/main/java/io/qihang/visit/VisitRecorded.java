package io.qihang.visit;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import java.time.Instant;

/** A visit reached the server for the first time; ids only. */
public record VisitRecorded(
        VisitId visit,
        EnterpriseId enterprise,
        RegionCode county,
        StaffId author,
        Instant visitedAt,
        int schemaVersion) {

    public VisitRecorded(VisitId visit, EnterpriseId enterprise, RegionCode county, StaffId author, Instant visitedAt) {
        this(visit, enterprise, county, author, visitedAt, 1);
    }
}
