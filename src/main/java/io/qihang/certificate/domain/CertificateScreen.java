package io.qihang.certificate.domain;

import io.qihang.storage.StoredFileView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One certificate with its files and everything that happened to it.
 *
 * @param files none to the colleagues of who handed it in, until it is verified
 * @param version to be sent back with a decision
 */
public record CertificateScreen(
        CertificateCard card,
        @Nullable LocalDate revokedFrom,
        int version,
        List<StoredFileView> files,
        List<CertificateHistoryLine> history) {

    /** One thing that happened. */
    public record CertificateHistoryLine(CertificateAction action, String actionName, String text, Instant at) {}
}
