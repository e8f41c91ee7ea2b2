package io.qihang.calendar;

/** In what a step of a deadline profile is counted. */
public enum StepUnit {
    /** Hours in which offices work, from receipt or, received outside them, from the next opening. */
    WORKING_HOURS("个工作小时", 999),
    /** Days on which offices work, from the next one after receipt to its close of work. */
    WORKING_DAYS("个工作日", 366),
    /** All days, from the next one after receipt to close of work of the last. */
    CALENDAR_DAYS("个自然日", 732);

    private final String label;
    private final int most;

    StepUnit(String label, int most) {
        this.label = label;
        this.most = most;
    }

    /** The measure as a person reads it after a number. */
    public String label() {
        return label;
    }

    /** No deadline of the field comes near; a larger number is a slip of the hand. */
    public int most() {
        return most;
    }
}
