/** Who looks after an enterprise: rounds of assignment, kept as dated lists. */
@NullMarked
package io.qihang.enterprise.assignment;

import org.jspecify.annotations.NullMarked;
