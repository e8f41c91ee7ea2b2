package io.qihang.visit.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the 承诺台账 is limited to; every part may be left out.
 *
 * @param status what became of them
 * @param overdue true for open ones whose last day is over, false for open ones whose last day is not
 * @param disputed only those of which two told different outcomes
 * @param by who made them
 * @param from the first last day
 * @param until the last last day
 */
public record PromiseSearch(
        @Nullable RegionCode unit,
        @Nullable EnterpriseId enterprise,
        @Nullable PromiseStatus status,
        @Nullable Boolean overdue,
        @Nullable Boolean disputed,
        @Nullable Promiser by,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
