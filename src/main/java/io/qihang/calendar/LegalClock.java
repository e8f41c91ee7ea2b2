package io.qihang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts deadlines: a calendar and a profile together. The clock starts at receipt, day 1 is the first working day
 * after the date of receipt (also when it was received on a day off or after close of work), and the step is due at
 * close of work of its last day. The same question to an equal clock has an equal answer.
 */
public record LegalClock(WorkCalendar calendar, DeadlineProfile profile) {

    /**
     * When a step is due, and why.
     *
     * @throws java.util.NoSuchElementException when the profile has no such step
     */
    public DueDate due(String stepCode, Instant receivedAt) {
        return due(profile.step(stepCode), receivedAt);
    }

    /** All steps of the profile, in its order. */
    public List<DueDate> allDue(Instant receivedAt) {
        return profile.steps().stream().map(step -> due(step, receivedAt)).toList();
    }

    /**
     * How much of a step's working time is used at a moment: nothing until work begins on day 1, all of it at the due
     * time, more when overdue.
     *
     * @throws java.util.NoSuchElementException when the profile has no such step
     */
    public TimeUsed timeUsed(String stepCode, Instant receivedAt, Instant at) {
        DueDate due = due(stepCode, receivedAt);
        Instant opening = calendar.openingOfWork(due.firstDay());
        Duration allowed = calendar.workingTimeBetween(opening, due.dueAt());
        return new TimeUsed(calendar.workingTimeBetween(opening, at), allowed);
    }

    private DueDate due(DeadlineStep step, Instant receivedAt) {
        List<DayStatus> days = new ArrayList<>();
        LocalDate date = WorkCalendar.dateOf(receivedAt);
        int counted = 0;
        while (counted < step.workingDays()) {
            date = date.plusDays(1);
            DayStatus day = calendar.statusOf(date);
            days.add(day);
            if (day.working()) {
                counted++;
            }
        }
        return new DueDate(profile, step, receivedAt, calendar.closeOfWork(date), days);
    }
}
