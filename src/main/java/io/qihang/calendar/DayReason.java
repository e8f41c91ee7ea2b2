package io.qihang.calendar;

/** Why a date is worked or not. */
public enum DayReason {
    /** Monday to Friday with nothing stated otherwise. */
    WORKDAY(true),
    /** A weekend day worked in exchange for a holiday (调休上班). */
    MAKEUP_WORKDAY(true),
    /** A working day of which the county's offices are closed for half; it counts as a working day. */
    HALF_DAY(true),
    /** Saturday or Sunday with nothing stated otherwise. */
    WEEKEND(false),
    /** A public holiday. */
    HOLIDAY(false),
    /** The county's offices are closed by its own notice. */
    CLOSURE(false);

    private final boolean working;

    DayReason(boolean working) {
        this.working = working;
    }

    /** Whether such a day counts as a working day. */
    public boolean working() {
        return working;
    }
}
