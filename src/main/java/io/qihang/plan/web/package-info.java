/** The plan over HTTP, and as an Excel file in the annex's own layout. */
@NullMarked
package io.qihang.plan.web;

import org.jspecify.annotations.NullMarked;
