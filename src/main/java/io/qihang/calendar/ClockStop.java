package io.qihang.calendar;

import java.time.Instant;

/**
 * A stretch of time in which the clock of a deadline stands still. Only its working time counts.
 *
 * @param from when it stopped
 * @param until when it went on, or while it still stands, when it goes on at the latest
 * @param reason why, as a person reads it, such as 等企业材料
 * @param running whether it still stands
 */
public record ClockStop(Instant from, Instant until, String reason, boolean running) {

    public ClockStop {
        if (until.isBefore(from)) throw new IllegalArgumentException("A clock goes on after it stopped: " + reason);
    }
}
