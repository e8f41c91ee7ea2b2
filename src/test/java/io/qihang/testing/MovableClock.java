package io.qihang.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The system's clock in tests: runs on, and can be moved or stopped. */
public final class MovableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;
    private volatile @Nullable Instant stopped;

    /** Moves the clock forward (or, with a negative duration, back). */
    public void move(Duration by) {
        Instant still = stopped;
        if (still == null) offset = offset.plus(by);
        else stopped = still.plus(by);
    }

    /** Stops the clock at a moment. */
    public void stop(Instant at) {
        stopped = at;
    }

    /** Sets the clock to a moment, from which it runs on. */
    public void set(Instant to) {
        stopped = null;
        offset = Duration.between(Clock.systemUTC().instant(), to);
    }

    /** Back to real time. */
    public void reset() {
        stopped = null;
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        Instant still = stopped;
        return still != null ? still : Clock.systemUTC().instant().plus(offset);
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
