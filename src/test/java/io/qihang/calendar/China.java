package io.qihang.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The national pack, and single days to add to it. */
final class China {

    static final WorkingHours HOURS = WorkingHours.parse("08:30-12:00,14:00-18:00");
    static final List<CalendarDay> DAYS = HolidayCsv.parse(csv(), "国务院办公厅节假日安排");
    static final Set<Year> YEARS = HolidayCsv.announcedYears(DAYS);
    static final WorkCalendar CALENDAR = WorkCalendar.of(DAYS, YEARS, HOURS);

    private China() {}

    /** Beijing time, written 2026-09-30T16:20 or with seconds. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }

    static CalendarDay closure(String date, String reason) {
        return new CalendarDay(LocalDate.parse(date), DayKind.CLOSURE, reason, "县政府办公室通知");
    }

    static CalendarDay holiday(String date, String name) {
        return new CalendarDay(LocalDate.parse(date), DayKind.HOLIDAY, name, "国务院办公厅节假日安排");
    }

    static CalendarDay makeup(String date, String name) {
        return new CalendarDay(LocalDate.parse(date), DayKind.MAKEUP_WORKDAY, name, "国务院办公厅节假日安排");
    }

    private static String csv() {
        String path = "/region-packs/cn/holidays.csv";
        try (InputStream in = Objects.requireNonNull(China.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
