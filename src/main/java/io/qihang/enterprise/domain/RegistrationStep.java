package io.qihang.enterprise.domain;

/** What happened to a registration. */
public enum RegistrationStep {
    ENTERED_ON_BEHALF("服务专员代登记"),
    CONFIRMED("企业确认"),
    SUBMITTED("提交"),
    RETURNED("退回"),
    RESUBMITTED("重新提交"),
    ACCEPTED("接受");

    private final String label;

    RegistrationStep(String label) {
        this.label = label;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }
}
