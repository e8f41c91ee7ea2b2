package io.qihang.certificate.domain;

import io.qihang.certificate.CertificateLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a list of certificates is limited to; every part but the state may be left out.
 *
 * @param type code of a type
 * @param validity where its validity stands today
 */
public record CertificateSearch(
        CertificateStatus status,
        @Nullable String type,
        @Nullable CertificateLevel level,
        CertificateValidity.@Nullable State validity) {

    /** The last day on which an end is near. */
    static LocalDate nearUntil(LocalDate today) {
        return today.plusDays(CertificateValidity.NEAR);
    }
}
