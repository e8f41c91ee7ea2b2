package io.qihang.calendar;

import java.time.Duration;

/**
 * The share of a step's working time that is used.
 *
 * @param used working time since work began on day 1; beyond {@code allowed} when overdue
 * @param allowed working time of the whole step, more than zero
 */
public record TimeUsed(Duration used, Duration allowed) {

    public TimeUsed {
        if (used.isNegative() || allowed.isNegative() || allowed.isZero()) {
            throw new IllegalArgumentException("Time used must not be negative, time allowed must be more than zero");
        }
    }

    /** Percent used, rounded down: 100 is shown only when all is used, above 100 only when overdue. */
    public int percent() {
        return Math.toIntExact(used.toMillis() * 100 / allowed.toMillis());
    }

    /** Whether at least this percent is used, exactly. */
    public boolean reaches(int percent) {
        return used.multipliedBy(100).compareTo(allowed.multipliedBy(percent)) >= 0;
    }
}
