package io.qihang.ticket.domain;

/** A rung of the ladder by which an office is pressed. */
public enum Light {
    YELLOW("黄灯"),
    RED("红灯"),
    /** All of the time is used. */
    SUPERVISE("督办"),
    /** What is pressed once when it has passed and never before: the enterprise's own time to confirm, a day of review. */
    REMIND("提醒");

    private final String label;

    Light(String label) {
        this.label = label;
    }

    /** The light as a person reads it. */
    public String label() {
        return label;
    }
}
