package io.qihang.enterprise.domain;

/** Where a registration stands. */
public enum RegistrationStatus {
    AWAITING_ENTERPRISE("待企业确认"),
    PENDING("待乡镇（街道）核实"),
    RETURNED("已退回，请修改"),
    ACCEPTED("已接受");

    private final String label;

    RegistrationStatus(String label) {
        this.label = label;
    }

    /** The Chinese words. */
    public String label() {
        return label;
    }
}
