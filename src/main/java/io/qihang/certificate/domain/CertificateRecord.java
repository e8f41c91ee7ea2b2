package io.qihang.certificate.domain;

import io.qihang.certificate.CertificateId;
import io.qihang.certificate.CertificateLevel;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One certificate with its history, as it is read for a screen. */
record CertificateRecord(
        CertificateId id,
        RegionCode regionCode,
        EnterpriseId enterpriseId,
        String enterpriseName,
        RegionCode unitCode,
        String type,
        CertificateLevel level,
        @Nullable String number,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        CertificateStatus status,
        Instant submittedAt,
        @Nullable ReturnReason returnReason,
        @Nullable String returnNote,
        @Nullable LocalDate revokedFrom,
        int version,
        @Nullable Steps history) {

    record Line(CertificateAction action, String text, OffsetDateTime at) {}

    record Steps(List<Line> items) {}
}
