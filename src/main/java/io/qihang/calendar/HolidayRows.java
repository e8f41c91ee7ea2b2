package io.qihang.calendar;

import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code holidays.csv} of the national pack: the State Council's yearly arrangements. */
@Component
@Order(20)
class HolidayRows implements RegionPackPart {

    private static final String SOURCE = "国务院办公厅节假日安排";

    private static final List<String> COLUMNS = List.of("date", "kind", "name");

    private final CalendarMapper mapper;
    private final CalendarChanges changes;

    HolidayRows(CalendarMapper mapper, CalendarChanges changes) {
        this.mapper = mapper;
        this.changes = changes;
    }

    @Override
    public String file() {
        return "holidays.csv";
    }

    @Override
    public void importFrom(PackFile file) {
        if (!file.region().equals(Calendars.NATION)) {
            throw file.bad(1, null, "放假安排只能放在全国区域包，县里停止办公的日子请在系统里登记");
        }
        List<CalendarDay> listed = parse(file);
        for (CalendarDay day : listed) {
            if (day.kind().isClosure()) throw file.bad(1, "kind", day.date() + " 是停止办公，请由县局在系统里登记");
        }
        changes.takeTurn();
        Map<LocalDate, CalendarDay> before = byDate(mapper.days(Calendars.NATION, Integer.MAX_VALUE).stream()
                .map(CalendarMapper.DayRow::asDay)
                .toList());
        Map<LocalDate, CalendarDay> after = byDate(listed);
        if (before.equals(after)) return;
        int version = changes.next(Calendars.NATION, "导入放假安排，区域包版本 " + file.version(), null);
        before.values().stream()
                .filter(it -> !it.equals(after.get(it.date())))
                .forEach(it -> mapper.endDay(Calendars.NATION, it.date(), version));
        after.values().stream()
                .filter(it -> !it.equals(before.get(it.date())))
                .forEach(it -> mapper.addDay(Calendars.NATION, it, version));
    }

    private static List<CalendarDay> parse(PackFile file) {
        try {
            return HolidayCsv.parse(file.text(), SOURCE);
        } catch (HolidayCsvException e) {
            var first = e.problems().get(0);
            String column = first.column() <= COLUMNS.size() ? COLUMNS.get(first.column() - 1) : null;
            throw file.bad(first.line(), column, first.message().replaceFirst("。$", ""));
        }
    }

    private static Map<LocalDate, CalendarDay> byDate(List<CalendarDay> days) {
        return days.stream().collect(Collectors.toMap(CalendarDay::date, Function.identity()));
    }
}
