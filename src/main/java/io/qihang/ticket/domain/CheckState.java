package io.qihang.ticket.domain;

/** Whether the others of an enterprise may see what somebody of it wrote or sent; offices see it all the time. */
public enum CheckState {
    /** WeChat has it, or gets it next. */
    WAITING("等微信核对"),
    /** A person has to look at it. */
    REVIEW("等人工审核"),
    PASSED("微信核对通过"),
    HELD("没有通过"),
    /** A person has let it pass. */
    RELEASED("人工放行");

    private final String label;

    CheckState(String label) {
        this.label = label;
    }

    /** The state as a person reads it. */
    public String label() {
        return label;
    }

    /** Whether the others of the enterprise see it. */
    public boolean isShown() {
        return this == PASSED || this == RELEASED;
    }

    /** Whether nothing more happens by itself. */
    public boolean isDecided() {
        return isShown() || this == HELD;
    }
}
