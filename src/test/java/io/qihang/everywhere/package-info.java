/** What holds for every operation of the API, whichever module it belongs to. */
@NullMarked
package io.qihang.everywhere;

import org.jspecify.annotations.NullMarked;
