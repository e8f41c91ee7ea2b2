/**
 * How many enterprises registered, per unit and day: counted as they are accepted and moved, never when a page is
 * opened, and counted again every night from the enterprises themselves.
 */
@NullMarked
package io.qihang.enterprise.tally;

import org.jspecify.annotations.NullMarked;
