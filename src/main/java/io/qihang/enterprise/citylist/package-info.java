/**
 * The city platform's own list of registered enterprises (市平台名单): brought in from Excel as dated snapshots, counted
 * as a second source beside our own registrations, and compared with them name by name.
 *
 * <p>It lives here and not with the plan because both lists are about registrations and only this module can lay them
 * side by side; the plan sees two indicators and knows neither list.
 */
@NullMarked
package io.qihang.enterprise.citylist;

import org.jspecify.annotations.NullMarked;
