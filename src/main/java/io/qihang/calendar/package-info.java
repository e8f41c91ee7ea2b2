/**
 * The one legal clock: which days are working days in China (调休 both ways, county closures), and due dates counted in
 * them that explain themselves. The reckoning is made of pure values; {@link io.qihang.calendar.Calendars} keeps what
 * they are made from, every version of it, so that any deadline can be counted again as it was on any day.
 *
 * <p>Only whole working days are counted yet. The doors left open: {@link io.qihang.calendar.WorkCalendar#hoursOn} is
 * asked per date (seasonal hours, half-days), {@link io.qihang.calendar.WorkingHours} holds any number of periods, and
 * {@link io.qihang.calendar.LegalClock} is the only place that walks the days (pauses, steps in hours).
 */
@ApplicationModule(
        displayName = "工作日历与期限",
        allowedDependencies = {"platform", "platform::*", "access", "audit", "region"})
@NullMarked
package io.qihang.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
