package io.qihang.ticket.domain;

/** What a call-back found. */
public enum SampleResult {
    SATISFIED("满意"),
    NOT_SATISFIED("不满意"),
    NOT_REACHED("没有联系上");

    private final String label;

    SampleResult(String label) {
        this.label = label;
    }

    /** The result as a person reads it. */
    public String label() {
        return label;
    }
}
