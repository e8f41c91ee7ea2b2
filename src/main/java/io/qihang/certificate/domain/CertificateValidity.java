package io.qihang.certificate.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a certificate is still good, for people to read.
 *
 * @param daysLeft days until its last day, 0 on that day itself; null when it has no end or is over
 */
public record CertificateValidity(State state, @Nullable Integer daysLeft, String text) {

    /** From when on an end is near. */
    static final int NEAR = 90;

    /** Where it stands today. */
    public enum State {
        NO_END,
        GOOD,
        ENDING,
        EXPIRED
    }

    static CertificateValidity of(@Nullable LocalDate validUntil, LocalDate today) {
        if (validUntil == null) return new CertificateValidity(State.NO_END, null, "没有写有效期");
        int left = (int) ChronoUnit.DAYS.between(today, validUntil);
        if (left < 0) return new CertificateValidity(State.EXPIRED, null, "已过期");
        if (left == 0) return new CertificateValidity(State.ENDING, 0, "今天到期");
        return new CertificateValidity(left <= NEAR ? State.ENDING : State.GOOD, left, left + " 天后到期");
    }
}
