package io.qihang.calendar;

import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes why a due date moved. */
final class DueDateDifferenceText {

    private DueDateDifferenceText() {}

    static String tell(DueDateDifference difference) {
        String step = difference.after().step().name() + "期限";
        List<String> reasons = reasons(difference);
        String because = reasons.isEmpty() ? "" : "：" + String.join("；", reasons);
        return difference.moved()
                ? step + "由 " + DateWording.full(difference.before().dueAt()) + " 改为 "
                        + DateWording.full(difference.after().dueAt()) + shift(difference.movedDays()) + because
                        + caution(difference.after()) + "。"
                : step + "不变，仍为 " + DateWording.full(difference.after().dueAt()) + because + caution(difference.after())
                        + "。";
    }

    private static String shift(long days) {
        if (days == 0) {
            return "";
        }
        return days > 0 ? "，推后 " + days + " 天" : "，提前 " + -days + " 天";
    }

    private static List<String> reasons(DueDateDifference difference) {
        DueDate before = difference.before();
        DueDate after = difference.after();
        List<String> reasons = new ArrayList<>();
        if (!before.step().length().equals(after.step().length())
                || before.step().lastDayOff() != after.step().lastDayOff()) {
            reasons.add("原按" + rule(before) + "，现按" + rule(after));
        }
        List<Year> announced = before.unannouncedYears().stream()
                .filter(year -> !after.unannouncedYears().contains(year))
                .filter(year -> after.days().stream()
                        .anyMatch(day -> Year.from(day.date()).equals(year)))
                .toList();
        if (!announced.isEmpty()) {
            reasons.add(DueDateText.years(announced) + "放假安排已公布");
        }
        reasons.addAll(changedDays(difference));
        if (difference.moved()) reasons.addAll(changedHours(difference));
        return reasons;
    }

    private static String rule(DueDate due) {
        return "“" + due.profile().label() + "”第" + due.profile().version() + "版的 "
                + due.step().length();
    }

    /** 10月10日由国庆节调休上班改为停止办公（暴雪）; days that changed in the same way are said together. */
    private static List<String> changedDays(DueDateDifference difference) {
        Map<String, List<DayStatus>> byChange = new LinkedHashMap<>();
        for (DueDateDifference.DayChange change : difference.changedDays()) {
            String words = "由" + change.before().label() + "改为" + change.after().label();
            byChange.computeIfAbsent(words, key -> new ArrayList<>()).add(change.after());
        }
        DateWording dates =
                new DateWording(WorkCalendar.dateOf(difference.after().receivedAt()));
        return byChange.entrySet().stream()
                .map(entry -> DayRun.of(entry.getValue()).stream()
                                .map(run -> dates.runWithWeekdays(run.first(), run.last()))
                                .collect(Collectors.joining("、"))
                        + entry.getKey())
                .toList();
    }

    /** 10月8日（周四）至10日（周六）办公时间由 … 改为 … */
    private static List<String> changedHours(DueDateDifference difference) {
        Map<String, List<DayStatus>> byChange = new LinkedHashMap<>();
        for (DueDateDifference.HoursChange change : difference.changedHours()) {
            String words = "办公时间由 " + change.before().setting() + " 改为 "
                    + change.after().setting();
            byChange.computeIfAbsent(words, key -> new ArrayList<>())
                    .add(new DayStatus(change.date(), DayReason.WORKDAY, "", "", false));
        }
        DateWording dates =
                new DateWording(WorkCalendar.dateOf(difference.after().receivedAt()));
        return byChange.entrySet().stream()
                .map(entry -> DayRun.of(entry.getValue()).stream()
                                .map(run -> dates.runWithWeekdays(run.first(), run.last()))
                                .collect(Collectors.joining("、"))
                        + entry.getKey())
                .toList();
    }

    private static String caution(DueDate after) {
        return after.provisional() ? "；" + DueDateText.years(after.unannouncedYears()) + "放假安排尚未公布，这个日期还可能变动" : "";
    }
}
