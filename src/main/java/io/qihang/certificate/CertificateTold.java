package io.qihang.certificate;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;

/**
 * Something happened to a certificate that its enterprise should know. Ids only, whoever wants more asks.
 *
 * @param step number of the last step in its history
 * @param news {@code RETURNED}, {@code VERIFIED}, {@code REVOKED}, {@code EXPIRING} or {@code EXPIRED}
 */
public record CertificateTold(
        int schemaVersion,
        CertificateId certificate,
        EnterpriseId enterprise,
        RegionCode county,
        int step,
        String news) {

    public CertificateTold(
            CertificateId certificate, EnterpriseId enterprise, RegionCode county, int step, String news) {
        this(1, certificate, enterprise, county, step, news);
    }
}
