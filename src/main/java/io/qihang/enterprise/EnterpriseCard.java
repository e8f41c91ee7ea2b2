package io.qihang.enterprise;

import io.qihang.platform.RegionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted enterprise as other modules see it; no personal data.
 *
 * @param unit the unit it counts for now
 * @param industry code of GB/T 4754 such as {@code C13}; null when not known
 */
public record EnterpriseCard(
        EnterpriseId id,
        Uscc uscc,
        String name,
        RegionCode county,
        RegionCode unit,
        @Nullable String industry,
        Instant acceptedAt) {}
