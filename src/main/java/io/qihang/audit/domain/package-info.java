@NullMarked
package io.qihang.audit.domain;

import org.jspecify.annotations.NullMarked;
