/** Guards over the whole code base. Each is also shown to fail on a bad example. */
@NullMarked
package io.qihang.guards;

import org.jspecify.annotations.NullMarked;
