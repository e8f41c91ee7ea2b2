package io.qihang.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes why a step is due on its date. Ordinary working days go without saying; all others are named. */
final class DueDateText {

    private DueDateText() {}

    static String explain(DueDate due) {
        DateWording dates = new DateWording(WorkCalendar.dateOf(due.receivedAt()));
        String start =
                DateWording.full(due.receivedAt()) + " 收到，按“" + due.profile().label() + "”第"
                        + due.profile().version() + "版，" + due.step().name() + " "
                        + due.step().length() + "：" + start(due, dates) + "；";
        List<String> phrases = phrases(due, dates);
        String middle = phrases.isEmpty() ? "" : String.join("，", phrases) + "；";
        return start + middle + moved(due) + stops(due) + "到 " + DateWording.full(due.dueAt()) + " 止。" + caution(due);
    }

    private static String start(DueDate due, DateWording dates) {
        return switch (due.step().unit()) {
            case WORKING_DAYS -> "收到当日不计，从次一工作日" + dates.dayWithWeekday(due.firstDay()) + "起算";
            case CALENDAR_DAYS -> "收到当日不计，从次日" + dates.dayWithWeekday(due.firstDay()) + "起算，周末和节假日也计入";
            case WORKING_HOURS ->
                due.startedAt().equals(due.receivedAt())
                        ? "从收到时起算，只计上班时间"
                        : "收到时不上班，从" + dates.dayWithWeekday(due.firstDay()) + DateWording.time(due.startedAt())
                                + "上班起算，只计上班时间";
        };
    }

    /** Where a step of calendar days went because its last day was off. */
    private static String moved(DueDate due) {
        if (due.step().unit() != StepUnit.CALENDAR_DAYS) return "";
        LocalDate last =
                WorkCalendar.dateOf(due.receivedAt()).plusDays(due.step().amount());
        LocalDate planned = WorkCalendar.dateOf(due.plannedAt());
        if (planned.equals(last)) return "";
        LastDayOff rule = planned.isAfter(last) ? LastDayOff.NEXT_WORKING_DAY : LastDayOff.PREVIOUS_WORKING_DAY;
        return "最后一天" + DateWording.full(last) + "不上班，" + rule.label() + "；";
    }

    private static String stops(DueDate due) {
        if (due.stops().isEmpty()) return "";
        String each = due.stops().stream().map(DueDateText::stop).collect(Collectors.joining("，"));
        return "其间停表 " + due.stops().size() + " 次：" + each + "，不计入，从 " + DateWording.full(due.plannedAt()) + " 顺延；";
    }

    private static String stop(DueDate.Stopped it) {
        ClockStop stop = it.stop();
        return DateWording.full(stop.from()) + (stop.running() ? " 起" + stop.reason() + "，最迟到 " : " 至 ")
                + DateWording.full(stop.until()) + (stop.running() ? "，按最迟计" : " " + stop.reason() + "，")
                + "上班时间 " + time(it.time());
    }

    /** 12 小时 30 分钟 */
    static String time(Duration time) {
        long minutes = (time.toSeconds() + 30) / 60;
        String hours = minutes < 60 ? "" : minutes / 60 + " 小时";
        String rest = minutes % 60 == 0 && !hours.isEmpty() ? "" : minutes % 60 + " 分钟";
        return hours + (hours.isEmpty() || rest.isEmpty() ? "" : " ") + rest;
    }

    /** 2027年、2028年 */
    static String years(List<Year> years) {
        return years.stream().map(year -> year + "年").collect(Collectors.joining("、"));
    }

    /** Runs that need a word, those of the same reason said together while no other comes between. */
    private static List<String> phrases(DueDate due, DateWording dates) {
        boolean all = due.step().unit() == StepUnit.CALENDAR_DAYS;
        List<String> phrases = new ArrayList<>();
        List<String> together = new ArrayList<>();
        String reason = "";
        for (DayRun run : due.runs()) {
            if (run.reason() == DayReason.WORKDAY || (all && run.reason() != DayReason.HALF_DAY)) {
                continue;
            }
            String next = run.label() + (run.working() ? "计入" : "不计");
            if (!next.equals(reason) && !together.isEmpty()) {
                phrases.add(String.join("、", together) + reason);
                together.clear();
            }
            reason = next;
            together.add(
                    run.working()
                            ? dates.runWithWeekdays(run.first(), run.last())
                            : dates.run(run.first(), run.last()));
        }
        if (!together.isEmpty()) {
            phrases.add(String.join("、", together) + reason);
        }
        return phrases;
    }

    private static String caution(DueDate due) {
        return due.provisional() ? "其中" + years(due.unannouncedYears()) + "放假安排尚未公布，暂按周一至周五上班推算，公布后到期日可能变动。" : "";
    }
}
