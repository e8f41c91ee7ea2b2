package io.qihang.enterprise;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A fact's value with its type, kept as text so that nothing is lost on the way.
 *
 * @param text a plain decimal, a date {@code 2026-01-31}, {@code true} or {@code false}, or any text
 */
public record FactValue(Type type, String text) {

    /** What the text stands for. */
    public enum Type {
        NUMBER,
        TEXT,
        DATE,
        YES_NO
    }

    public static FactValue of(BigDecimal number) {
        return new FactValue(Type.NUMBER, number.stripTrailingZeros().toPlainString());
    }

    public static FactValue of(String text) {
        return new FactValue(Type.TEXT, text);
    }

    public static FactValue of(LocalDate day) {
        return new FactValue(Type.DATE, day.toString());
    }

    public static FactValue of(boolean yes) {
        return new FactValue(Type.YES_NO, Boolean.toString(yes));
    }

    /** The number. */
    public BigDecimal number() {
        return new BigDecimal(require(Type.NUMBER));
    }

    /** The date. */
    public LocalDate day() {
        return LocalDate.parse(require(Type.DATE));
    }

    /** Yes or no. */
    public boolean yes() {
        return Boolean.parseBoolean(require(Type.YES_NO));
    }

    private String require(Type asked) {
        if (type != asked) throw new IllegalStateException("fact is " + type + ", asked as " + asked);
        return text;
    }
}
