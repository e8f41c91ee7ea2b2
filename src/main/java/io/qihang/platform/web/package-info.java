/** HTTP as every module speaks it: problems (RFC 9457), strict JSON, response headers. */
@NamedInterface("web")
@NullMarked
package io.qihang.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
