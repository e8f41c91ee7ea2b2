/** How value types meet PostgreSQL columns. */
@NamedInterface("mybatis")
@NullMarked
package io.qihang.platform.mybatis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
