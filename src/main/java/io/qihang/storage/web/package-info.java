/** Files over HTTP. */
@NullMarked
package io.qihang.storage.web;

import org.jspecify.annotations.NullMarked;
