@NullMarked
package io.qihang.agenda.domain;

import org.jspecify.annotations.NullMarked;
