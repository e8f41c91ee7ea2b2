package io.qihang.enterprise;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts with a name of their own; modules may record others. */
public enum KnownFact {
    LAND_OUTPUT_GRADE("land_output_grade", "亩产效益等级", FactValue.Type.TEXT, null, "A,B,C,D"),
    INDUSTRY_CHAIN("industry_chain", "产业链", FactValue.Type.TEXT, null, ""),
    SIZE("size", "企业规模", FactValue.Type.TEXT, null, "大型,中型,小型,微型"),
    ABOVE_SCALE("above_scale", "规模以上", FactValue.Type.YES_NO, null, ""),
    REVENUE("revenue", "营业收入", FactValue.Type.NUMBER, "元", ""),
    RD_EXPENSE("rd_expense", "研发费用", FactValue.Type.NUMBER, "元", ""),
    EMPLOYEES("employees", "从业人数", FactValue.Type.NUMBER, "人", ""),
    FOUNDED_ON("founded_on", "成立日期", FactValue.Type.DATE, null, "");

    private final String key;
    private final String label;
    private final FactValue.Type type;
    private final @Nullable String unit;
    /** The values it can have, joined by commas. */
    private final String choices;

    KnownFact(String key, String label, FactValue.Type type, @Nullable String unit, String choices) {
        this.key = key;
        this.label = label;
        this.type = type;
        this.unit = unit;
        this.choices = choices;
    }

    /** The fact as it is offered. */
    public FactTerm term() {
        List<String> values = choices.isEmpty() ? List.of() : List.of(choices.split(",", -1));
        return new FactTerm(key, label, type, unit, values);
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
