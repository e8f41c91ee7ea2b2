package io.qihang.identity.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many wrong attempts in a row one account has made with one factor, and until when it is locked for them. An
 * account keeps one for passwords and another for second factors, and is locked while either is.
 *
 * @param failures wrong attempts since the last right one or the last lock that ran out
 * @param lockedUntil first moment at which attempts count again; null when not locked since then
 */
public record LockOut(int failures, @Nullable Instant lockedUntil) {

    /** No wrong attempt. */
    public static final LockOut NONE = new LockOut(0, null);

    public LockOut {
        if (failures < 0) {
            throw new IllegalArgumentException("failures < 0");
        }
    }

    /** Whether every attempt is refused now, the right one too. */
    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** The state after one more wrong attempt. Attempts during a lock neither count nor prolong it. */
    public LockOut afterFailure(Instant now, LockOutRule rule) {
        if (isLocked(now)) {
            return this;
        }
        int counted = (lockedUntil == null ? failures : 0) + 1;
        return new LockOut(counted, counted >= rule.attempts() ? now.plus(rule.lockedFor()) : null);
    }

    /** The state after a right attempt, or after an officer unlocked the account. */
    public LockOut afterSuccess() {
        return NONE;
    }
}
