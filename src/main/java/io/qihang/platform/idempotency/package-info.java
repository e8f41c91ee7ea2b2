/** A repeated request has one effect: keys kept 30 days beside the business rows they guard. */
@NamedInterface("idempotency")
@NullMarked
package io.qihang.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
