package io.qihang.certificate.domain;

/** Why a certificate is given back. */
public enum ReturnReason {
    UNREADABLE("影像不清"),
    PAGES_MISSING("缺页"),
    OTHER_ENTERPRISE("与企业不符"),
    WRONG_NUMBER("证号不符"),
    EXPIRED("已过有效期"),
    OTHER_TYPE("非本类证书"),
    OTHER("其他，见说明");

    private final String label;

    ReturnReason(String label) {
        this.label = label;
    }

    /** The Chinese words. */
    public String label() {
        return label;
    }
}
