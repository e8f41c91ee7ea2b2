package io.qihang.calendar;

/** How much of each day a closure takes. */
public enum ClosurePart {
    DAY(DayKind.CLOSURE),
    MORNING(DayKind.MORNING_CLOSURE),
    AFTERNOON(DayKind.AFTERNOON_CLOSURE);

    private final DayKind kind;

    ClosurePart(DayKind kind) {
        this.kind = kind;
    }

    /** What it makes of a day. */
    DayKind kind() {
        return kind;
    }

    /** As a person reads it: 停止办公, 上午停止办公, 下午停止办公. */
    public String label() {
        return kind.label();
    }

    boolean meets(ClosurePart other) {
        return this == DAY || other == DAY || this == other;
    }
}
