package io.qihang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The yearly notices of the State Council's office as they are worded: spans of days off, and single days worked
 * instead. An oracle of its own: it shares neither data nor code with what it judges.
 */
final class StateCouncilNotices {

    private record Notice(List<String> off, List<String> worked) {}

    private static final Map<Integer, Notice> NOTICES = new TreeMap<>(Map.of(
            2022,
            new Notice(
                    List.of(
                            "01-01/01-03",
                            "01-31/02-06",
                            "04-03/04-05",
                            "04-30/05-04",
                            "06-03/06-05",
                            "09-10/09-12",
                            "10-01/10-07"),
                    List.of("01-29", "01-30", "04-02", "04-24", "05-07", "10-08", "10-09")),
            2023,
            new Notice(
                    List.of("01-01/01-02", "01-21/01-27", "04-05/04-05", "04-29/05-03", "06-22/06-24", "09-29/10-06"),
                    List.of("01-28", "01-29", "04-23", "05-06", "06-25", "10-07", "10-08")),
            2024,
            new Notice(
                    List.of(
                            "01-01/01-01",
                            "02-10/02-17",
                            "04-04/04-06",
                            "05-01/05-05",
                            "06-10/06-10",
                            "09-15/09-17",
                            "10-01/10-07"),
                    List.of("02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12")),
            2025,
            new Notice(
                    List.of("01-01/01-01", "01-28/02-04", "04-04/04-06", "05-01/05-05", "05-31/06-02", "10-01/10-08"),
                    List.of("01-26", "02-08", "04-27", "09-28", "10-11")),
            2026,
            new Notice(
                    List.of(
                            "01-01/01-03",
                            "02-15/02-23",
                            "04-04/04-06",
                            "05-01/05-05",
                            "06-19/06-21",
                            "09-25/09-27",
                            "10-01/10-07"),
                    List.of("01-04", "02-14", "02-28", "05-09", "09-20", "10-10"))));

    private StateCouncilNotices() {}

    /** Every working day from 2022 to 2026, in order. */
    static List<LocalDate> workingDays() {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        NOTICES.forEach((year, notice) -> {
            for (String span : notice.off()) {
                LocalDate first = date(year, span.substring(0, 5));
                LocalDate last = date(year, span.substring(6));
                first.datesUntil(last.plusDays(1)).forEach(off::add);
            }
            notice.worked().forEach(day -> worked.add(date(year, day)));
        });
        return LocalDate.of(2022, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(date -> worked.contains(date)
                        || (!off.contains(date) && date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0))
                .toList();
    }

    private static LocalDate date(int year, String monthDay) {
        return MonthDay.parse("--" + monthDay).atYear(year);
    }
}
