package io.qihang.plan.domain;

import java.util.Arrays;
import java.util.Optional;

/** What exactly is counted: being in a library is not being recognised. */
public enum Measure {
    DECLARED("declared", "申报"),
    IN_LIBRARY("in_library", "入库"),
    CULTIVATED("cultivated", "培育"),
    COMPLETED("completed", "完成"),
    REGISTERED("registered", "注册"),
    BUILT("built", "打造"),
    CERTIFIED("certified（推定）", "贯标（推定）"),
    GROWTH_RATE("growth_rate", "增长率"),
    GROWTH_RATE_MONTHLY("growth_rate_monthly", "月度增长率"),
    RATIO("ratio", "占比");

    private final String code;
    private final String label;

    Measure(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<Measure> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
