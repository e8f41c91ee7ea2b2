/** The small language the tests are written in. */
@NullMarked
package io.qihang.testing;

import org.jspecify.annotations.NullMarked;
