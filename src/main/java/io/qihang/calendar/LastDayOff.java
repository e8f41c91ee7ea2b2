package io.qihang.calendar;

/** Where a step of calendar days ends when no one works on its last day. */
public enum LastDayOff {
    /** On the next working day: 民法典 第二百零三条, the rule where a profile says nothing. */
    NEXT_WORKING_DAY("顺延到其后第一个工作日（民法典第二百零三条）"),
    /** On the last working day before, unless that is not after receipt. */
    PREVIOUS_WORKING_DAY("按方案提前到前一个工作日");

    private final String label;

    LastDayOff(String label) {
        this.label = label;
    }

    /** The rule as a person reads it. */
    public String label() {
        return label;
    }
}
