package io.qihang.enterprise;

import io.qihang.identity.StaffId;
import java.time.LocalDate;

/**
 * Who looks after an enterprise now.
 *
 * @param main whether this is the one who answers for it
 * @param sentBy name of the 派出单位
 * @param since the first day
 * @param acting whether only for the days of another's absence
 */
public record Commissioner(
        EnterpriseId enterprise,
        StaffId staff,
        String name,
        AssignmentKind kind,
        boolean main,
        String sentBy,
        LocalDate since,
        boolean acting) {}
