package io.qihang.certificate.domain;

import static io.qihang.certificate.domain.CertificateStatus.RETURNED;
import static io.qihang.certificate.domain.CertificateStatus.REVOKED;
import static io.qihang.certificate.domain.CertificateStatus.SUBMITTED;
import static io.qihang.certificate.domain.CertificateStatus.VERIFIED;
import static io.qihang.certificate.domain.CertificateStatus.WITHDRAWN;

/** What happens to a certificate, from where and to where: the one table of its transitions. */
public enum CertificateAction {
    SUBMIT("提交", SUBMITTED),
    RESUBMIT("重新提交", SUBMITTED, RETURNED),
    WITHDRAW("撤回", WITHDRAWN, SUBMITTED, RETURNED),
    RETURN("退回", RETURNED, SUBMITTED),
    VERIFY("核验通过", VERIFIED, SUBMITTED),
    REVOKE("撤销认定", REVOKED, VERIFIED);

    private final String label;
    private final CertificateStatus to;
    private final String from;

    CertificateAction(String label, CertificateStatus to, CertificateStatus... from) {
        this.label = label;
        this.to = to;
        this.from = java.util.Arrays.toString(from);
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }

    CertificateStatus to() {
        return to;
    }

    boolean isPossibleFrom(CertificateStatus status) {
        return from.matches(".*\\b" + status.name() + "\\b.*");
    }
}
