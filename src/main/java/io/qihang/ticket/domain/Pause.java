package io.qihang.ticket.domain;

import io.qihang.calendar.ClockStop;
import io.qihang.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which the office waits and its clock stands still.
 *
 * @param no counts from 1 within the ticket
 * @param reason code of the reason
 * @param reasonName as it was named then
 * @param waitsForEnterprise whether it is the enterprise that is waited for
 * @param maxDays after how many working days it ends by itself
 * @param nudgeDays every how many working days the one waited for is reminded
 * @param note what is waited for
 * @param endedAt null while it runs
 * @param nudgedAt when last reminded
 */
public record Pause(
        int no,
        String reason,
        String reasonName,
        boolean waitsForEnterprise,
        int maxDays,
        int nudgeDays,
        String note,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant nudgedAt) {

    public boolean isRunning() {
        return endedAt == null;
    }

    /** When it ended, or ends at the latest: close of work of its last working day. */
    public Instant endsBy(WorkCalendar calendar) {
        return endedAt == null ? calendar.closeOfWork(after(calendar, startedAt, maxDays)) : endedAt;
    }

    /** When the one waited for is reminded next: as work begins. */
    Instant nudgeAt(WorkCalendar calendar) {
        return calendar.openingOfWork(after(calendar, nudgedAt == null ? startedAt : nudgedAt, nudgeDays));
    }

    /** When it has to be looked at next. */
    Instant checkAt(WorkCalendar calendar) {
        Instant nudge = nudgeAt(calendar);
        Instant end = endsBy(calendar);
        return nudge.isBefore(end) ? nudge : end;
    }

    /** Its working days as they count against the most its reason allows: at least one, or every evening would be free. */
    int daysUsed(WorkCalendar calendar) {
        int days = calendar.workingDaysBetween(WorkCalendar.dateOf(startedAt), WorkCalendar.dateOf(endsBy(calendar)));
        return Math.max(1, days);
    }

    ClockStop stop(WorkCalendar calendar) {
        return new ClockStop(startedAt, endsBy(calendar), reasonName, isRunning());
    }

    Pause ended(Instant at) {
        return new Pause(no, reason, reasonName, waitsForEnterprise, maxDays, nudgeDays, note, startedAt, at, nudgedAt);
    }

    Pause nudged(Instant at) {
        return new Pause(no, reason, reasonName, waitsForEnterprise, maxDays, nudgeDays, note, startedAt, endedAt, at);
    }

    private static LocalDate after(WorkCalendar calendar, Instant from, int workingDays) {
        LocalDate date = WorkCalendar.dateOf(from);
        for (int i = 0; i < workingDays; i++) date = calendar.nextWorkingDay(date);
        return date;
    }
}
