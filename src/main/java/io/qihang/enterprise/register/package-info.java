/** The county's own register of enterprises, brought in from Excel: checked row by row, applied whole, undone whole. */
@NullMarked
package io.qihang.enterprise.register;

import org.jspecify.annotations.NullMarked;
