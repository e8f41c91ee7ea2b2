/** Tests of sealing, blind indexes, message codes and key settings. */
@NullMarked
package io.qihang.platform.crypto;

import org.jspecify.annotations.NullMarked;
