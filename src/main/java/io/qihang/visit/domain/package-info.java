@NullMarked
package io.qihang.visit.domain;

import org.jspecify.annotations.NullMarked;
