package io.qihang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts deadlines: a calendar and a profile together. A step of days starts at receipt, day 1 is the day after the date
 * of receipt (of working days, the first working one), and it is due at close of work of its last day. A step of hours
 * starts at receipt or, received outside work, at the next opening, and is due when so many hours were worked. Working
 * time in which the clock stood still is added at the end. The same question to an equal clock has an equal answer,
 * whatever the order in which the stops are told.
 */
public record LegalClock(WorkCalendar calendar, DeadlineProfile profile) {

    private static final Comparator<ClockStop> IN_TIME =
            Comparator.comparing(ClockStop::from).thenComparing(ClockStop::until);

    /**
     * When a step is due, and why.
     *
     * @throws java.util.NoSuchElementException when the profile has no such step
     */
    public DueDate due(String stepCode, Instant receivedAt) {
        return due(stepCode, receivedAt, List.of());
    }

    /**
     * When a step is due whose clock was stopped, and why.
     *
     * @throws java.util.NoSuchElementException when the profile has no such step
     */
    public DueDate due(String stepCode, Instant receivedAt, List<ClockStop> stops) {
        DeadlineStep step = profile.step(stepCode);
        LocalDate receivedOn = WorkCalendar.dateOf(receivedAt);
        Instant start = start(step, receivedAt);
        Instant planned =
                switch (step.unit()) {
                    case WORKING_HOURS -> calendar.afterWorkingTime(start, Duration.ofHours(step.amount()));
                    case WORKING_DAYS -> calendar.closeOfWork(workingDay(receivedOn, step.amount()));
                    case CALENDAR_DAYS -> calendar.closeOfWork(lastDay(step, receivedOn));
                };
        List<DueDate.Stopped> counted = new ArrayList<>();
        Instant due = planned;
        Instant told = start;
        for (ClockStop stop : stops.stream().sorted(IN_TIME).toList()) {
            if (!stop.from().isBefore(due)) break;
            Instant from = stop.from().isAfter(told) ? stop.from() : told;
            Duration time = calendar.workingTimeBetween(from, stop.until());
            if (time.isZero()) continue;
            counted.add(new DueDate.Stopped(stop, time));
            told = stop.until();
            due = calendar.afterWorkingTime(due, time);
        }
        LocalDate first = step.unit() == StepUnit.WORKING_HOURS ? receivedOn : receivedOn.plusDays(1);
        List<DayStatus> days = first.datesUntil(WorkCalendar.dateOf(due).plusDays(1))
                .map(calendar::statusOf)
                .toList();
        return new DueDate(profile, step, receivedAt, start, planned, due, days, counted);
    }

    /** All steps of the profile, in its order. */
    public List<DueDate> allDue(Instant receivedAt) {
        return profile.steps().stream()
                .map(step -> due(step.code(), receivedAt))
                .toList();
    }

    /**
     * How much of a step's working time is used at a moment: nothing until its clock starts, all of it at the due time,
     * more when overdue.
     *
     * @throws java.util.NoSuchElementException when the profile has no such step
     */
    public TimeUsed timeUsed(String stepCode, Instant receivedAt, Instant at, List<ClockStop> stops) {
        DueDate due = due(stepCode, receivedAt, stops);
        Duration stopped = Duration.ZERO;
        Instant told = due.startedAt();
        for (DueDate.Stopped it : due.stops()) {
            Instant from = it.stop().from().isAfter(told) ? it.stop().from() : told;
            Instant until = it.stop().until().isBefore(at) ? it.stop().until() : at;
            stopped = stopped.plus(calendar.workingTimeBetween(from, until));
            told = it.stop().until();
        }
        return new TimeUsed(
                calendar.workingTimeBetween(due.startedAt(), at).minus(stopped),
                calendar.workingTimeBetween(due.startedAt(), due.plannedAt()));
    }

    private Instant start(DeadlineStep step, Instant receivedAt) {
        LocalDate receivedOn = WorkCalendar.dateOf(receivedAt);
        return switch (step.unit()) {
            case WORKING_HOURS -> calendar.startOfWork(receivedAt);
            case WORKING_DAYS -> startOf(calendar.nextWorkingDay(receivedOn));
            case CALENDAR_DAYS -> startOf(receivedOn.plusDays(1));
        };
    }

    private LocalDate workingDay(LocalDate receivedOn, int count) {
        LocalDate date = receivedOn;
        for (int i = 0; i < count; i++) date = calendar.nextWorkingDay(date);
        return date;
    }

    private LocalDate lastDay(DeadlineStep step, LocalDate receivedOn) {
        LocalDate last = receivedOn.plusDays(step.amount());
        if (step.lastDayOff() == LastDayOff.PREVIOUS_WORKING_DAY) {
            LocalDate before = last;
            while (before.isAfter(receivedOn) && !calendar.isWorkingDay(before)) before = before.minusDays(1);
            if (before.isAfter(receivedOn)) return before;
        }
        return calendar.isWorkingDay(last) ? last : calendar.nextWorkingDay(last);
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}
