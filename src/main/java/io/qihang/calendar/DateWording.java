package io.qihang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Dates as one Chinese text says them: the year only when it is another one than last said. */
final class DateWording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");

    private int yearSaid;

    DateWording(LocalDate said) {
        yearSaid = said.getYear();
    }

    /** 2026年9月30日（周三） */
    static String full(LocalDate date) {
        return date.getYear() + "年" + monthDay(date) + weekday(date);
    }

    /** 2026年9月30日（周三）16:20 */
    static String full(Instant at) {
        return full(WorkCalendar.dateOf(at)) + time(at);
    }

    /** 16:20 */
    static String time(Instant at) {
        return LocalTime.ofInstant(at, WorkCalendar.ZONE).format(TIME);
    }

    /** 10月8日（周四）, with the year when it changed. */
    String dayWithWeekday(LocalDate date) {
        return day(date) + weekday(date);
    }

    /** 10月1日至7日, with the year when it changed. */
    String run(LocalDate first, LocalDate last) {
        return day(first) + (first.equals(last) ? "" : "至" + end(first, last));
    }

    /** 10月8日（周六）至9日（周日）, with the year when it changed. */
    String runWithWeekdays(LocalDate first, LocalDate last) {
        return dayWithWeekday(first) + (first.equals(last) ? "" : "至" + end(first, last) + weekday(last));
    }

    private String day(LocalDate date) {
        if (date.getYear() == yearSaid) {
            return monthDay(date);
        }
        yearSaid = date.getYear();
        return yearSaid + "年" + monthDay(date);
    }

    private String end(LocalDate first, LocalDate last) {
        return first.getYear() == last.getYear() && first.getMonth() == last.getMonth()
                ? last.getDayOfMonth() + "日"
                : day(last);
    }

    private static String monthDay(LocalDate date) {
        return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String weekday(LocalDate date) {
        return "（" + WEEKDAYS.get(date.getDayOfWeek().getValue() - 1) + "）";
    }
}
