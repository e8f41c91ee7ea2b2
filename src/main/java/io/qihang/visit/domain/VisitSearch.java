package io.qihang.visit.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a list of visits is limited to; every part may be left out.
 *
 * @param from the first day
 * @param until the last day
 */
public record VisitSearch(
        @Nullable EnterpriseId enterprise,
        @Nullable RegionCode unit,
        @Nullable VisitKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** The first moment; null without a limit. */
    public @Nullable Instant begin() {
        return from == null ? null : from.atStartOfDay(Times.SHANGHAI).toInstant();
    }

    /** The moment after the last; null without a limit. */
    public @Nullable Instant end() {
        return until == null
                ? null
                : until.plusDays(1).atStartOfDay(Times.SHANGHAI).toInstant();
    }
}
