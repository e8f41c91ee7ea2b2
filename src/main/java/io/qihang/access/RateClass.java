package io.qihang.access;

import java.time.Duration;

/**
 * The one table of how often an operation of a class may be called: per account, and per network address (many phones
 * share one). A county may set other numbers under {@code qihang.limits}.
 */
public enum RateClass {
    /** Reading one's own lists and records. */
    READ(300, 3000, Duration.ofMinutes(1)),
    /** Changing something. */
    WRITE(60, 1200, Duration.ofMinutes(1)),
    /** Signing in with a password or a second factor: counted by address. */
    SIGN_IN(60, 60, Duration.ofMinutes(10)),
    /** Signing in with a WeChat code, which cannot be guessed; a mobile carrier puts many phones behind one address. */
    WECHAT_SIGN_IN(30, 600, Duration.ofMinutes(1)),
    /** WeChat's own events, a few addresses for all persons. */
    WECHAT_PUSH(120_000, 120_000, Duration.ofMinutes(1)),
    /** Asking whether a code belongs to an enterprise. */
    LOOKUP(10, 200, Duration.ofHours(1)),
    /** Asking for an upload form. */
    UPLOAD(60, 600, Duration.ofHours(1)),
    /** Exports and imports of whole lists. */
    BULK(30, 120, Duration.ofHours(1));

    private static final int PARTS = 20;

    private final int perAccount;
    private final int perAddress;
    private final Duration period;

    RateClass(int perAccount, int perAddress, Duration period) {
        this.perAccount = perAccount;
        this.perAddress = perAddress;
        this.period = period;
    }

    public int perAccount() {
        return perAccount;
    }

    public int perAddress() {
        return perAddress;
    }

    /**
     * How many calls a node may let through before it tells the others: a twentieth of the allowance where calls come
     * in bursts, as a page's do, so that not each of them asks Redis; none where guessing is to be held off.
     */
    int untold(int allowance) {
        return this == READ || this == WRITE || this == WECHAT_PUSH ? allowance / PARTS : 0;
    }

    /** The time in which the whole allowance grows back. */
    public Duration period() {
        return period;
    }
}
