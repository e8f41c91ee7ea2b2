package io.qihang.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock plus an offset that only grows; every expiry and every day boundary follows it. */
final class VirtualClock extends Clock {

    private final Clock base;
    private final AtomicLong offsetSeconds;

    VirtualClock(Clock base) {
        this(base, new AtomicLong());
    }

    private VirtualClock(Clock base, AtomicLong offsetSeconds) {
        this.base = base;
        this.offsetSeconds = offsetSeconds;
    }

    /** Seconds since the epoch. */
    long now() {
        return instant().getEpochSecond();
    }

    long offsetSeconds() {
        return offsetSeconds.get();
    }

    /** Returns the new offset in seconds. */
    long advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("时钟只能向前拨：advanceSeconds 不能为负数。");
        }
        return offsetSeconds.addAndGet(by.toSeconds());
    }

    void setOffsetSeconds(long seconds) {
        offsetSeconds.set(seconds);
    }

    @Override
    public Instant instant() {
        return base.instant().plusSeconds(offsetSeconds.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new VirtualClock(base.withZone(zone), offsetSeconds);
    }
}
