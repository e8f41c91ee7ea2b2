package io.qihang.embedded;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The demo's clock: true for everyone but the thread that loads the demo's past. */
final class DemoClock extends Clock {

    private static final ThreadLocal<@Nullable Instant> MOMENT = new ThreadLocal<>();

    /** Does something as it would have been done at that moment; a moment to come counts as now. */
    void at(Instant when, Runnable deed) {
        MOMENT.set(when);
        try {
            deed.run();
        } finally {
            MOMENT.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant now = Clock.systemUTC().instant();
        Instant set = MOMENT.get();
        return set == null || set.isAfter(now) ? now : set;
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
