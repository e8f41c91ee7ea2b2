package io.qihang.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads holiday files: a header {@code date,kind,name}, then one day a line, such as
 * {@code 2026-10-10,makeup_workday,国庆节}. Kinds are those of {@link DayKind#code()}. A byte order mark, blank lines
 * and spaces around a field are let pass; anything else wrong is reported, all at once.
 */
public final class HolidayCsv {

    private static final String HEADER = "date,kind,name";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private final String source;
    private final List<CalendarDay> days = new ArrayList<>();
    private final Map<LocalDate, Integer> lineOfDate = new HashMap<>();
    private final List<HolidayCsvException.Problem> problems = new ArrayList<>();

    private HolidayCsv(String source) {
        this.source = source;
    }

    /**
     * The days of a file, in its order.
     *
     * @param text the whole file
     * @param source the document behind it, kept with every day
     * @throws HolidayCsvException with every wrong row, by line and column
     */
    public static List<CalendarDay> parse(String text, String source) {
        HolidayCsv csv = new HolidayCsv(source);
        csv.readLines(
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList());
        if (!csv.problems.isEmpty()) {
            throw new HolidayCsvException(csv.problems);
        }
        return List.copyOf(csv.days);
    }

    /**
     * The years these days announce in full: those with their National Day, which every yearly arrangement names. A day
     * that an arrangement moves into the year before announces nothing about that year.
     */
    public static Set<Year> announcedYears(List<CalendarDay> days) {
        Set<Year> years = new TreeSet<>();
        for (CalendarDay day : days) {
            LocalDate date = day.date();
            if (day.kind() == DayKind.HOLIDAY && date.getMonth() == Month.OCTOBER && date.getDayOfMonth() == 1) {
                years.add(Year.from(date));
            }
        }
        return years;
    }

    private void readLines(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            problems.add(new HolidayCsvException.Problem(1, 1, "第一行应是表头 " + HEADER + "，请补上。"));
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                readRow(i + 1, lines.get(i).split(",", -1));
            }
        }
    }

    private void readRow(int line, String[] fields) {
        if (fields.length != 3) {
            problem(line, Math.min(fields.length + 1, 4), "应有 3 列（" + HEADER + "），现在有 " + fields.length + " 列。");
            return;
        }
        Optional<LocalDate> date = date(line, fields[0].strip());
        Optional<DayKind> kind = kind(line, fields[1].strip());
        String name = fields[2].strip();
        if (name.isEmpty()) {
            problem(line, 3, "名称不能空，请填节日名称或停止办公的原因。");
        }
        if (date.isPresent() && kind.isPresent() && !name.isEmpty()) {
            add(line, new CalendarDay(date.get(), kind.get(), name, source));
        }
    }

    private void add(int line, CalendarDay day) {
        Integer earlier = lineOfDate.putIfAbsent(day.date(), line);
        if (earlier != null) {
            problem(line, 1, "日期 " + day.date() + " 与第 " + earlier + " 行重复，请只留一行。");
        } else if (day.kind() == DayKind.MAKEUP_WORKDAY && !WorkCalendar.isWeekend(day.date())) {
            problem(line, 2, day.date() + " 不是周六或周日，不能填调休上班，请核对日期。");
        } else {
            days.add(day);
        }
    }

    private Optional<LocalDate> date(int line, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return Optional.of(date);
            }
            problem(line, 1, "日期“" + text + "”的年份应在 " + FIRST_YEAR + " 到 " + LAST_YEAR + " 之间。");
        } catch (DateTimeException e) {
            problem(line, 1, "日期“" + text + "”不对，请写成 2026-10-01 这样且确有这一天。");
        }
        return Optional.empty();
    }

    private Optional<DayKind> kind(int line, String text) {
        Optional<DayKind> kind = DayKind.ofCode(text);
        if (kind.isEmpty()) {
            problem(line, 2, "类型“" + text + "”不认识，请填 holiday（放假）、makeup_workday（调休上班）或 closure（停止办公）。");
        }
        return kind;
    }

    private void problem(int line, int column, String message) {
        problems.add(new HolidayCsvException.Problem(line, column, message));
    }
}
