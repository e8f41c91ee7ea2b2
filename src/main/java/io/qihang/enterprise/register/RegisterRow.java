package io.qihang.enterprise.register;

import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.domain.EnterpriseName;
import io.qihang.enterprise.domain.RegisterFacts;
import io.qihang.platform.RegionCode;
import org.jspecify.annotations.Nullable;

/** A row of the register that is right. */
record RegisterRow(
        Uscc uscc,
        EnterpriseName name,
        @Nullable RegionCode unit,
        @Nullable String industry,
        @Nullable String contactName,
        @Nullable String contactPhone,
        RegisterFacts facts) {

    /** Without the contact, which is personal. */
    @Override
    public String toString() {
        return "RegisterRow[" + uscc + "]";
    }
}
