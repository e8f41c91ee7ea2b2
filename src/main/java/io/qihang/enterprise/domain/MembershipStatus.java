package io.qihang.enterprise.domain;

/** Whether a membership holds. */
public enum MembershipStatus {
    REQUESTED("待同意"),
    ACTIVE("有效"),
    REFUSED("未同意"),
    ENDED("已结束");

    private final String label;

    MembershipStatus(String label) {
        this.label = label;
    }

    /** The Chinese words. */
    public String label() {
        return label;
    }
}
