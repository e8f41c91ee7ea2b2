package io.qihang.visit.domain;

/** What became of a promise. */
public enum PromiseStatus {
    OPEN("未到结果"),
    KEPT("已兑现"),
    BROKEN("未兑现");

    private final String label;

    PromiseStatus(String label) {
        this.label = label;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }
}
