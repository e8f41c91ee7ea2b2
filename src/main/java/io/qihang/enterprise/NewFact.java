package io.qihang.enterprise;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact to be recorded.
 *
 * @param key what it is about: small letters, digits, underscores, such as {@code land_output_grade}
 * @param unit the value's unit ({@code 元}, {@code 人}); null when it has none
 * @param effectiveFrom the first day it holds, today or earlier
 * @param recordedBy who entered it; null for the system itself
 * @param confirmedBy the officer who vouches for it; null while nobody does
 */
public record NewFact(
        EnterpriseId enterprise,
        String key,
        FactValue value,
        @Nullable String unit,
        FactSource source,
        LocalDate effectiveFrom,
        @Nullable UUID recordedBy,
        @Nullable UUID confirmedBy) {

    public NewFact {
        if (!key.matches("[a-z][a-z0-9_]{1,59}")) throw new IllegalArgumentException("not a fact key: " + key);
    }
}
