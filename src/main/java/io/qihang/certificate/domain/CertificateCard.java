package io.qihang.certificate.domain;

import io.qihang.certificate.CertificateId;
import io.qihang.certificate.CertificateLevel;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in a list.
 *
 * @param number null to the colleagues of who handed it in, until it is verified
 */
public record CertificateCard(
        CertificateId id,
        EnterpriseId enterprise,
        String enterpriseName,
        RegionCode unit,
        String unitName,
        String type,
        String typeName,
        CertificateLevel level,
        String levelName,
        @Nullable String number,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        CertificateValidity validity,
        CertificateStatus status,
        String statusName,
        Instant submittedAt,
        @Nullable ReturnReason returnReason,
        @Nullable String returnHint) {}
