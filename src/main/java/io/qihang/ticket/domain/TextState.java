package io.qihang.ticket.domain;

/** Whether other persons may see what somebody of the enterprise wrote; offices see it all the time. */
public enum TextState {
    WAITING("等待内容核对，企业其他人暂时看不到"),
    PASSED("内容核对通过"),
    HELD("内容核对没有通过，企业其他人看不到");

    private final String label;

    TextState(String label) {
        this.label = label;
    }

    /** The state as a person reads it. */
    public String label() {
        return label;
    }
}
