package io.qihang.calendar;

import java.time.Instant;

/**
 * A county's legal clock together with the versions it stands on.
 *
 * @param calendarVersion version of the county's calendar within {@code clock}
 */
public record CountyClock(LegalClock clock, int calendarVersion) {

    /** What a deadline counted by this clock has to remember. */
    public ClockVersion version() {
        return new ClockVersion(
                calendarVersion, clock.profile().code(), clock.profile().version());
    }

    /**
     * When a step is due, and why.
     *
     * @throws java.util.NoSuchElementException when the profile has no such step
     */
    public DueDate due(String stepCode, Instant receivedAt) {
        return clock.due(stepCode, receivedAt);
    }
}
