package io.qihang.calendar;

import java.util.Arrays;
import java.util.Optional;

/** What a published arrangement or a county's notice says about one date. */
public enum DayKind {
    /** A public holiday by the State Council's yearly arrangement (放假), whatever the day of the week. */
    HOLIDAY("holiday", "放假"),
    /** A weekend day that is worked in exchange for a holiday (调休上班). */
    MAKEUP_WORKDAY("makeup_workday", "调休上班"),
    /** A day on which the county's offices are closed by its own notice (停止办公). */
    CLOSURE("closure", "停止办公"),
    /** A morning of it. */
    MORNING_CLOSURE("morning_closure", "上午停止办公"),
    /** An afternoon of it. */
    AFTERNOON_CLOSURE("afternoon_closure", "下午停止办公");

    private final String code;
    private final String label;

    DayKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Whether the county itself closes its offices, for a day or half of it. */
    public boolean isClosure() {
        return this != HOLIDAY && this != MAKEUP_WORKDAY;
    }

    /** The word used in data files. */
    public String code() {
        return code;
    }

    /** The word a person reads. */
    public String label() {
        return label;
    }

    /** The kind written with this word in a data file; empty when no kind is. */
    public static Optional<DayKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
