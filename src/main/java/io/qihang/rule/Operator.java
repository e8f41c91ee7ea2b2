package io.qihang.rule;

/** How a fact is compared. Numbers have units, days are counted in Shanghai. */
public enum Operator {
    /** One of the values. */
    IS("是"),
    AT_LEAST("不低于"),
    MORE_THAN("超过"),
    AT_MOST("不超过"),
    LESS_THAN("低于"),
    /** The day or later. */
    NOT_BEFORE("不早于"),
    /** The day or earlier. */
    NOT_AFTER("不晚于"),
    /** So many whole years ago or longer. */
    FOR_YEARS("满"),
    /** Fewer whole years ago. */
    WITHIN_YEARS("不满");

    private final String label;

    Operator(String label) {
        this.label = label;
    }

    /** The words between the fact and the value. */
    public String label() {
        return label;
    }

    boolean comparesNumbers() {
        return this == AT_LEAST || this == MORE_THAN || this == AT_MOST || this == LESS_THAN;
    }

    boolean comparesDays() {
        return this == NOT_BEFORE || this == NOT_AFTER;
    }

    boolean countsYears() {
        return this == FOR_YEARS || this == WITHIN_YEARS;
    }
}
