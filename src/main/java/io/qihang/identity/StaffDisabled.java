package io.qihang.identity;

import io.qihang.platform.RegionCode;

/** An account can no longer be used: whoever it belonged to works here no longer; ids only. */
public record StaffDisabled(StaffId staff, RegionCode county, int schemaVersion) {

    public StaffDisabled(StaffId staff, RegionCode county) {
        this(staff, county, 1);
    }
}
