package io.qihang.certificate.domain;

import io.qihang.certificate.CertificateId;
import java.time.Instant;
import java.util.UUID;

/** One thing that happened to a certificate. */
record Step(CertificateId certificate, int seq, CertificateAction action, UUID account, String text, Instant at) {}
