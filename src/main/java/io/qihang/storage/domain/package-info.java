/** How a file is taken, checked, kept and shown. */
@NullMarked
package io.qihang.storage.domain;

import org.jspecify.annotations.NullMarked;
