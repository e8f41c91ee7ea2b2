package io.qihang.enterprise.assignment;

import io.qihang.enterprise.AssignmentKind;
import io.qihang.enterprise.Uscc;

/**
 * A row of a list of commissioners.
 *
 * @param row its number as Excel shows it
 * @param nameKey the enterprise's name in the one spelling that equal names share
 */
record ListedAssignment(
        int row, Uscc uscc, String nameKey, String loginName, AssignmentKind kind, boolean main, String sentBy) {}
