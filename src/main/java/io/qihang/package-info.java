/** 企航 Qihang. One package per module; the README shows how they lie on each other. */
@NullMarked
package io.qihang;

import org.jspecify.annotations.NullMarked;
