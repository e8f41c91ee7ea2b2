package io.qihang.visit.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit somebody means to make.
 *
 * @param jointWith with which other it goes together; null when alone, or when others join it
 */
record VisitPlan(
        PlanId id,
        RegionCode regionCode,
        EnterpriseId enterpriseId,
        LocalDate plannedOn,
        String purpose,
        String department,
        StaffId plannerId,
        @Nullable PlanId jointWith,
        boolean cancelled,
        int version) {

    /** The one all that go together hang on. */
    PlanId together() {
        return jointWith == null ? id : jointWith;
    }

    /** Refuses what is cancelled or over. */
    void requireAhead(LocalDate today) {
        if (cancelled || plannedOn.isBefore(today)) throw Problem.of(VisitProblem.VISIT_PLAN_OVER);
    }

    /**
     * Refuses a day the enterprise may not put it off to.
     *
     * @param longest how many days later at most
     */
    void requirePostponable(LocalDate to, LocalDate today, int longest) {
        requireAhead(today);
        if (!to.isAfter(plannedOn) || to.isAfter(plannedOn.plusDays(longest))) {
            throw Problem.of(VisitProblem.VISIT_PLAN_POSTPONED, plannedOn.plusDays(1), plannedOn.plusDays(longest));
        }
    }
}
