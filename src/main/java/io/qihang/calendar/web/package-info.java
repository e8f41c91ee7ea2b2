/** The calendar over HTTP. */
@NullMarked
package io.qihang.calendar.web;

import org.jspecify.annotations.NullMarked;
