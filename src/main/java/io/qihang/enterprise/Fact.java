package io.qihang.enterprise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the book.
 *
 * @param effectiveFrom the first day it holds
 * @param recordedAt when it was entered; of two for one day the later entered holds
 * @param confirmedBy the officer who vouched for it; null while nobody did
 */
public record Fact(
        UUID id,
        String key,
        FactValue value,
        @Nullable String unit,
        FactSource source,
        LocalDate effectiveFrom,
        Instant recordedAt,
        @Nullable UUID confirmedBy) {}
