package io.qihang.certificate.domain;

/** Where a certificate stands. */
public enum CertificateStatus {
    SUBMITTED("待核验"),
    RETURNED("已退回"),
    WITHDRAWN("已撤回"),
    VERIFIED("已认定"),
    REVOKED("已撤销认定");

    private final String label;

    CertificateStatus(String label) {
        this.label = label;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }
}
