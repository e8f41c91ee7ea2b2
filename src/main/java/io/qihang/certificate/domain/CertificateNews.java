package io.qihang.certificate.domain;

/** What an enterprise is told about a certificate. */
enum CertificateNews {
    RETURNED,
    VERIFIED,
    REVOKED,
    /** Its last day is near. */
    EXPIRING,
    EXPIRED
}
