package io.qihang.rule;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units that stand for one another: money is known in 元 and written as documents write it. */
final class Units {

    private static final Map<String, BigDecimal> YUAN = Map.of(
            "元", BigDecimal.ONE,
            "万元", new BigDecimal("10000"),
            "亿元", new BigDecimal("100000000"));

    private Units() {}

    /** Whether a number in one unit can be read in the other. */
    static boolean match(@Nullable String one, @Nullable String other) {
        String left = one == null ? "" : one;
        String right = other == null ? "" : other;
        return left.equals(right) || (YUAN.containsKey(left) && YUAN.containsKey(right));
    }

    /** The number in another unit that matches its own. */
    static BigDecimal convert(BigDecimal number, @Nullable String from, @Nullable String to) {
        if (from == null || to == null || from.equals(to)) return number;
        return number.multiply(YUAN.getOrDefault(from, BigDecimal.ONE))
                .divide(YUAN.getOrDefault(to, BigDecimal.ONE))
                .stripTrailingZeros();
    }

    /** The number as documents write it. */
    static String written(BigDecimal number, @Nullable String unit) {
        String digits = number.stripTrailingZeros().toPlainString();
        return unit == null || unit.isEmpty() ? digits : unit.equals("%") ? digits + "%" : digits + " " + unit;
    }
}
