/**
 * Enterprises: how they register, which unit they count for since when, who may act for them and on what proof,
 * and who looks after them.
 *
 * <p>A photo of the licence is asked for only where a registration goes to review. It is kept as the ground of the
 * decision it led to, and removed when the membership it should have proven is refused or another takes its place.
 *
 * <p>Other modules ask {@link io.qihang.enterprise.Enterprises} and {@link io.qihang.enterprise.Assignments}. For lists
 * limited by scope they may join the views {@code enterprise_reach} (which county and unit an enterprise counts for
 * now), {@code enterprise_counting_reach} (since which days it counted where), {@code enterprise_member_reach}
 * (confirmed members) and {@code enterprise_assignment_reach} (who looks after it on which days); a day asked about is
 * bound by the caller, whose clock it is. So a scoped list of tickets or visits stays one or two statements, and no
 * module keeps its own copy of a unit that a move would leave stale. The views are contract; the tables are not.
 */
@ApplicationModule(
        displayName = "企业",
        allowedDependencies = {
            "platform",
            "platform::*",
            "access",
            "crypto",
            "audit",
            "identity",
            "region",
            "indicator",
            "storage",
            "workbook"
        })
@NullMarked
package io.qihang.enterprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
