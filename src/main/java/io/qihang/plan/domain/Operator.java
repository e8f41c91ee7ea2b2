package io.qihang.plan.domain;

import java.util.Arrays;
import java.util.Optional;

/** How a target is meant. */
public enum Operator {
    EQUAL("=", ""),
    /** 以上, which includes the number itself. */
    AT_LEAST(">=", "以上");

    private final String symbol;
    private final String wording;

    Operator(String symbol, String wording) {
        this.symbol = symbol;
        this.wording = wording;
    }

    /** What follows the number in words. */
    public String wording() {
        return wording;
    }

    static Optional<Operator> of(String symbol) {
        return Arrays.stream(values()).filter(it -> it.symbol.equals(symbol)).findFirst();
    }
}
