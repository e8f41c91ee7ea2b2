/** Tests of sealing, blind indexes, message codes and key settings. */
@NullMarked
package io.qihang.crypto;

import org.jspecify.annotations.NullMarked;
