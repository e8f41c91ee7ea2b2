package io.qihang.identity.domain;

import java.time.Duration;

/** After how many wrong attempts in a row, and for how long, an account is locked. */
public record LockOutRule(int attempts, Duration lockedFor) {

    /** GB/T 22239 8.1.4.1 b) as the county sets it: 5 wrong in a row, 15 minutes. */
    public static final LockOutRule STANDARD = new LockOutRule(5, Duration.ofMinutes(15));

    public LockOutRule {
        if (attempts < 1 || lockedFor.isNegative() || lockedFor.isZero()) {
            throw new IllegalArgumentException("登录锁定的次数和时长都要大于 0，请修改配置。");
        }
    }
}
