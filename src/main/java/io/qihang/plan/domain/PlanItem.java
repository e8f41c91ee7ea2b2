package io.qihang.plan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item of a plan.
 *
 * @param unitName what is counted in (家, 个, %)
 * @param total as the document states it; null when it does not
 * @param deadline in the document's words
 * @param deadlineOn the deadline as a day; null when it recurs
 * @param office the annex's contact office, which is not the 责任单位 of the clause
 */
record PlanItem(
        int no,
        String key,
        String name,
        String unitName,
        Measure measure,
        @Nullable BigDecimal total,
        String deadline,
        @Nullable LocalDate deadlineOn,
        String office,
        String clause,
        @Nullable String note) {

    /** Whether the units' targets add up to the county's; rates do not. */
    boolean addsUp() {
        return !unitName.equals("%");
    }

    PlanItem withNote(@Nullable String other) {
        return new PlanItem(no, key, name, unitName, measure, total, deadline, deadlineOn, office, clause, other);
    }

    /** The same item some years later. */
    PlanItem movedTo(int from, int to) {
        return new PlanItem(
                no,
                key,
                name,
                unitName,
                measure,
                total,
                deadline.replace(Integer.toString(from), Integer.toString(to)),
                deadlineOn == null ? null : deadlineOn.plusYears(to - from),
                office,
                clause,
                note);
    }
}
