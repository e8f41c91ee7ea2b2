package io.qihang.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes why a step is due on its date. Ordinary working days go without saying; all others are named. */
final class DueDateText {

    private DueDateText() {}

    static String explain(DueDate due) {
        LocalDate receivedOn = WorkCalendar.dateOf(due.receivedAt());
        DateWording dates = new DateWording(receivedOn);
        String start =
                DateWording.full(due.receivedAt()) + " 收到，按“" + due.profile().label() + "”第"
                        + due.profile().version() + "版，" + due.step().name() + " "
                        + due.step().workingDays() + " 个工作日：收到当日不计，从次一工作日"
                        + new DateWording(receivedOn).dayWithWeekday(due.firstDay()) + "起算；";
        List<String> phrases = phrases(due.runs(), dates);
        String middle = phrases.isEmpty() ? "" : String.join("，", phrases) + "；";
        return start + middle + "到 " + DateWording.full(due.dueAt()) + " 止。" + caution(due);
    }

    /** 2027年、2028年 */
    static String years(List<Year> years) {
        return years.stream().map(year -> year + "年").collect(Collectors.joining("、"));
    }

    /** Runs that need a word, those of the same reason said together while no other comes between. */
    private static List<String> phrases(List<DayRun> runs, DateWording dates) {
        List<String> phrases = new ArrayList<>();
        List<String> together = new ArrayList<>();
        String reason = "";
        for (DayRun run : runs) {
            if (run.reason() == DayReason.WORKDAY) {
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
