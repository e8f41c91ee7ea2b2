package io.qihang.enterprise.assignment;

import io.qihang.enterprise.AssignmentKind;
import io.qihang.identity.StaffId;

/**
 * Who is to look after an enterprise.
 *
 * @param main whether as the one who answers for it
 * @param sentBy the 派出单位: code, name or alias of an office of the county, or any other name
 */
public record NewAssignment(StaffId staff, AssignmentKind kind, boolean main, String sentBy) {}
