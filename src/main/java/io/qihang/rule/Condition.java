package io.qihang.rule;

import io.qihang.platform.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition: a line about one fact, or a group of conditions. As plain data, so that it is kept, sent and shown as it
 * is; whatever of a line does not belong to its kind is empty.
 *
 * @param of the conditions of a group; exactly one of a {@link Kind#NOT}
 * @param fact the fact's key, such as {@code revenue}; of a line
 * @param values what it is compared with: one value, of {@link Operator#IS} one or more
 * @param unit the unit of the value, such as {@code 万元}; null when it has none
 * @param source the sentence of the document the line comes from; null when the officer gave none
 */
public record Condition(
        Kind kind,
        List<Condition> of,
        @Nullable String fact,
        @Nullable Operator operator,
        List<String> values,
        @Nullable String unit,
        @Nullable String source) {

    /** At most so many lines, and groups within groups. */
    public static final int MOST_LINES = 50;

    public static final int MOST_LEVELS = 5;

    /** What a condition is. */
    public enum Kind {
        ALL("全部满足"),
        ANY("满足任一"),
        NOT("不是"),
        FACT("一条");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind as a person reads it. */
        public String label() {
            return label;
        }
    }

    public Condition {
        of = of == null ? List.of() : List.copyOf(of);
        values = values == null ? List.of() : List.copyOf(values);
        if (kind == Kind.FACT) {
            requireLine(fact, operator, values);
        } else if (of.isEmpty() || (kind == Kind.NOT && of.size() > 1)) {
            throw Problem.of(RuleProblem.RULE_EMPTY);
        }
        if (lines(kind, of) > MOST_LINES || levels(of) > MOST_LEVELS) {
            throw Problem.of(RuleProblem.RULE_TOO_LARGE, MOST_LINES, MOST_LEVELS);
        }
    }

    /** All of them. */
    public static Condition all(Condition... of) {
        return new Condition(Kind.ALL, List.of(of), null, null, List.of(), null, null);
    }

    /** At least one of them. */
    public static Condition any(Condition... of) {
        return new Condition(Kind.ANY, List.of(of), null, null, List.of(), null, null);
    }

    /** The opposite. */
    public static Condition not(Condition of) {
        return new Condition(Kind.NOT, List.of(of), null, null, List.of(), null, null);
    }

    /** A line about one fact. */
    public static Condition line(String fact, Operator operator, String value, @Nullable String unit) {
        return new Condition(Kind.FACT, List.of(), fact, operator, List.of(value), unit, null);
    }

    /** The keys of all facts it asks for, each once. */
    public List<String> facts() {
        return lines().map(Condition::fact).distinct().toList();
    }

    private Stream<Condition> lines() {
        return kind == Kind.FACT ? Stream.of(this) : of.stream().flatMap(Condition::lines);
    }

    private static long lines(Kind kind, List<Condition> of) {
        return kind == Kind.FACT ? 1 : of.stream().flatMap(Condition::lines).count();
    }

    private static int levels(List<Condition> of) {
        return 1 + of.stream().mapToInt(it -> levels(it.of())).max().orElse(0);
    }

    private static void requireLine(@Nullable String fact, @Nullable Operator operator, List<String> values) {
        if (fact == null || !fact.matches("[a-z][a-z0-9_]{1,59}")) throw incomplete("没有选企业事实");
        if (operator == null) throw incomplete("没有选怎么比");
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) throw incomplete("没有填值");
        if (operator != Operator.IS && values.size() > 1) throw incomplete("只能填一个值");
        String value = values.get(0);
        if (operator.comparesNumbers() && number(value) == null) throw Problem.of(RuleProblem.RULE_VALUE, value, "数");
        if (operator.comparesDays() && day(value) == null) {
            throw Problem.of(RuleProblem.RULE_VALUE, value, "日期（如 2026-01-31）");
        }
        if (operator.countsYears() && !value.matches("[1-9]\\d{0,2}")) {
            throw Problem.of(RuleProblem.RULE_VALUE, value, "整数年");
        }
    }

    private static Problem incomplete(String what) {
        return Problem.of(RuleProblem.RULE_LINE_INCOMPLETE, what);
    }

    /** The number a text stands for; null when it is none. */
    static @Nullable BigDecimal number(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
    }

    /** The day a text stands for; null when it is none. */
    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
