/** Tests of the system as a whole: its shape, its start, its contract. */
@NullMarked
package io.qihang;

import org.jspecify.annotations.NullMarked;
