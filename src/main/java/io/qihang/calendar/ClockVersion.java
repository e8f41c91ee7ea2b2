package io.qihang.calendar;

/**
 * By what a deadline was counted, so that it can be counted again.
 *
 * @param calendar version of the county's calendar
 * @param profile code of the deadline profile
 * @param profileVersion version of that profile
 */
public record ClockVersion(int calendar, String profile, int profileVersion) {}
