package io.qihang.policy.domain;

import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a policy as lists show it.
 *
 * @param lineage what all editions of the policy share
 * @param publishedAt null for a draft
 * @param replacedBy the edition that took its place
 * @param withdrawnReason why it no longer counts
 * @param submittedAt since when a draft waits to be signed
 */
public record PolicyCard(
        PolicyId id,
        RegionCode regionCode,
        UUID lineage,
        int edition,
        PolicyStatus status,
        Particulars particulars,
        @Nullable Instant publishedAt,
        @Nullable PolicyId replacedBy,
        @Nullable String withdrawnReason,
        @Nullable Instant submittedAt) {

    /** Whether it is a draft that another person is to sign. */
    public boolean awaitsSignature() {
        return status == PolicyStatus.DRAFT && submittedAt != null;
    }
}
