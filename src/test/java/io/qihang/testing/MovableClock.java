package io.qihang.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock in tests: runs on, and can be moved. */
public final class MovableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    /** Moves the clock forward (or, with a negative duration, back). */
    public void move(Duration by) {
        offset = offset.plus(by);
    }

    /** Sets the clock to a moment, from which it runs on. */
    public void set(Instant to) {
        offset = Duration.between(Clock.systemUTC().instant(), to);
    }

    /** Back to real time. */
    public void reset() {
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
