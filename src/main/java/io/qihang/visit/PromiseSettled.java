package io.qihang.visit;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.util.UUID;

/** It is known what became of a promise; ids only. */
public record PromiseSettled(UUID promise, EnterpriseId enterprise, RegionCode county, int schemaVersion) {

    public PromiseSettled(UUID promise, EnterpriseId enterprise, RegionCode county) {
        this(promise, enterprise, county, 1);
    }
}
