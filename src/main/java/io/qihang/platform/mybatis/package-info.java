/** How value types meet PostgreSQL columns. */
@NullMarked
package io.qihang.platform.mybatis;

import org.jspecify.annotations.NullMarked;
