package io.qihang.certificate.domain;

import io.qihang.certificate.CertificateLevel;
import io.qihang.platform.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a certificate.
 *
 * @param validUntil the last day it is valid; null when it names none
 */
public record Particulars(
        String type,
        CertificateLevel level,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil) {

    /** Refuses dates that cannot be. */
    void requirePossible(LocalDate today) {
        if (issuedOn.isAfter(today)) throw Problem.of(CertificateProblem.CERTIFICATE_ISSUED_LATER);
        if (validUntil != null && validUntil.isBefore(issuedOn)) {
            throw Problem.of(CertificateProblem.CERTIFICATE_ENDS_BEFORE_ISSUE);
        }
    }
}
