package io.qihang.enterprise;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Facts with a name of their own; modules may record others. */
public enum KnownFact {
    LAND_OUTPUT_GRADE("land_output_grade", "亩产效益等级", null),
    INDUSTRY_CHAIN("industry_chain", "产业链", null),
    SIZE("size", "企业规模", null),
    ABOVE_SCALE("above_scale", "规模以上", null),
    REVENUE("revenue", "营业收入", "元"),
    RD_EXPENSE("rd_expense", "研发费用", "元"),
    EMPLOYEES("employees", "从业人数", "人"),
    FOUNDED_ON("founded_on", "成立日期", null);

    private final String key;
    private final String label;
    private final @Nullable String unit;

    KnownFact(String key, String label, @Nullable String unit) {
        this.key = key;
        this.label = label;
        this.unit = unit;
    }

    /** The key in the fact book. */
    public String key() {
        return key;
    }

    /** The Chinese name. */
    public String label() {
        return label;
    }

    /** The unit its values are kept in; null when it has none. */
    public @Nullable String unit() {
        return unit;
    }

    /** The Chinese name of a key; the key itself when it has none. */
    public static String labelOf(String key) {
        return Arrays.stream(values())
                .filter(it -> it.key.equals(key))
                .map(KnownFact::label)
                .findFirst()
                .orElse(key);
    }
}
