package io.qihang.certificate;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One of the certificates behind a count. */
public record HeldCertificate(
        CertificateId id,
        EnterpriseId enterprise,
        String enterpriseName,
        RegionCode unit,
        CertificateLevel level,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil) {}
