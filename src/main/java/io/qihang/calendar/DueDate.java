package io.qihang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/**
 * When a step is due, with the whole reckoning.
 *
 * @param profile the profile it was counted by
 * @param step the step of that profile
 * @param receivedAt when the clock started
 * @param dueAt close of work of the last counted day
 * @param days every date after the date of receipt up to the due date, counted or skipped, each with its reason
 */
public record DueDate(
        DeadlineProfile profile, DeadlineStep step, Instant receivedAt, Instant dueAt, List<DayStatus> days) {

    public DueDate {
        days = List.copyOf(days);
        LocalDate receivedOn = WorkCalendar.dateOf(receivedAt);
        for (int i = 0; i < days.size(); i++) {
            if (!days.get(i).date().equals(receivedOn.plusDays(i + 1L))) {
                throw new IllegalArgumentException("The days of a due date must follow the receipt without a gap");
            }
        }
        if (days.stream().filter(DayStatus::working).count() != step.workingDays()) {
            throw new IllegalArgumentException("A due date must count exactly the working days of its step");
        }
        DayStatus last = days.get(days.size() - 1);
        if (!last.working() || !last.date().equals(WorkCalendar.dateOf(dueAt))) {
            throw new IllegalArgumentException("A due date must be the last counted working day");
        }
    }

    /** The date it is due, in China. */
    public LocalDate dueOn() {
        return days.get(days.size() - 1).date();
    }

    /** Day 1: the first counted working day. */
    public LocalDate firstDay() {
        return counted().get(0).date();
    }

    /** The counted working days, as many as the step has. */
    public List<DayStatus> counted() {
        return days.stream().filter(DayStatus::working).toList();
    }

    /** The skipped days, each with its reason. */
    public List<DayStatus> skipped() {
        return days.stream().filter(day -> !day.working()).toList();
    }

    /** Counted and skipped days merged into runs, in order. */
    public List<DayRun> runs() {
        return DayRun.of(days);
    }

    /** Years in the reckoning whose arrangement is not announced, in order. */
    public List<Year> unannouncedYears() {
        return days.stream()
                .filter(DayStatus::provisional)
                .map(day -> Year.from(day.date()))
                .distinct()
                .toList();
    }

    /** Whether the date may still change because a year's arrangement is not announced. */
    public boolean provisional() {
        return days.stream().anyMatch(DayStatus::provisional);
    }

    /** Whether the step is overdue at a moment; at the due time itself it is not. */
    public boolean overdueAt(Instant at) {
        return at.isAfter(dueAt);
    }

    /** Why it is this date: one plain Chinese paragraph. */
    public String explanation() {
        return DueDateText.explain(this);
    }
}
