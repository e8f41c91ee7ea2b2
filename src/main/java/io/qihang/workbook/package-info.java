/**
 * Workbooks that offices send in: read within limits, looked through before a parser touches them, and every wrong cell
 * named by its row. A module of its own since enterprises and tickets both take such files and neither may know the
 * other's inside.
 */
@ApplicationModule(
        displayName = "表格导入",
        allowedDependencies = {"platform"})
@NullMarked
package io.qihang.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
