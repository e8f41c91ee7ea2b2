/**
 * The one legal clock: which days and hours are worked in China (调休 both ways, county closures of a day or half of it,
 * office hours by season), and due dates counted in working hours, working days or calendar days that explain
 * themselves, with the time in which the clock stood still. The reckoning is made of pure values; {@link
 * io.qihang.calendar.Calendars} keeps what they are made from, every version of it, so that any deadline can be counted
 * again as it was on any day.
 *
 * <p>What moves deadlines (a closure, other hours, another profile) has a version of the calendar and is shown on every
 * running deadline before it is made: {@link io.qihang.calendar.ClockEffects}. {@link io.qihang.calendar.LegalClock} is
 * the only place that walks the days.
 */
@ApplicationModule(
        displayName = "工作日历与期限",
        allowedDependencies = {"platform", "platform::*", "access", "audit", "region"})
@NullMarked
package io.qihang.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
