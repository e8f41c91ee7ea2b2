package io.qihang.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive dates that share one reason and one name, both ends included.
 *
 * @param label the reason as a person reads it
 */
public record DayRun(LocalDate first, LocalDate last, DayReason reason, String label) {

    /** Whether these days count as working days. */
    public boolean working() {
        return reason.working();
    }

    /** The same days as runs, in the same order; neighbours join only when they follow each other and agree. */
    public static List<DayRun> of(List<DayStatus> days) {
        List<DayRun> runs = new ArrayList<>();
        for (DayStatus day : days) {
            DayRun previous = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (previous != null && previous.isContinuedBy(day)) {
                runs.set(runs.size() - 1, new DayRun(previous.first, day.date(), previous.reason, previous.label));
            } else {
                runs.add(new DayRun(day.date(), day.date(), day.reason(), day.label()));
            }
        }
        return List.copyOf(runs);
    }

    private boolean isContinuedBy(DayStatus day) {
        return last.plusDays(1).equals(day.date()) && reason == day.reason() && label.equals(day.label());
    }
}
