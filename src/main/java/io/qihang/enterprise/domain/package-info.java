@NullMarked
package io.qihang.enterprise.domain;

import org.jspecify.annotations.NullMarked;
