package io.qihang.certificate;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;

/** An officer verified a certificate; what it proves stands in the fact book. Ids only, whoever wants more asks. */
public record CertificateVerified(
        int schemaVersion, CertificateId certificate, EnterpriseId enterprise, RegionCode county) {

    public CertificateVerified(CertificateId certificate, EnterpriseId enterprise, RegionCode county) {
        this(1, certificate, enterprise, county);
    }
}
