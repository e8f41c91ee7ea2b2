package io.qihang.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges facts by a condition, as of a day. The same condition, facts and day always give the same answer.
 *
 * @param names the Chinese name of a fact's key
 * @param day the day ages are counted to, in Shanghai
 */
public record Judge(UnaryOperator<String> names, LocalDate day) {

    /** The verdict alone; for many enterprises make a {@link Rule} of the condition first. */
    public Verdict verdict(Condition condition, FactView facts) {
        return Rule.of(condition).verdict(facts, day);
    }

    /** The verdict with its reasons, every line of it. */
    public Finding find(Condition condition, FactView facts) {
        if (condition.kind() != Condition.Kind.FACT) {
            List<Finding> of =
                    condition.of().stream().map(it -> find(it, facts)).toList();
            return new Finding(
                    verdict(condition, facts), condition.kind().label(), null, null, null, condition.source(), of);
        }
        FactView.Known known =
                facts.find(Objects.requireNonNull(condition.fact())).orElse(null);
        Verdict verdict = verdict(condition, facts);
        return new Finding(
                verdict,
                asked(condition),
                known == null ? null : written(known),
                verdict == Verdict.UNMET ? distance(condition, Objects.requireNonNull(known)) : null,
                verdict == Verdict.MISSING ? names.apply(condition.fact()) : null,
                condition.source(),
                List.of());
    }

    /** The whole condition as one Chinese sentence. */
    public String sentence(Condition condition) {
        return switch (condition.kind()) {
            case FACT -> asked(condition);
            case NOT -> "不符合：" + inner(condition.of().get(0));
            case ALL -> joined(condition, "，并且");
            case ANY -> joined(condition, "，或者");
        };
    }

    private String joined(Condition condition, String by) {
        return condition.of().stream().map(this::inner).collect(Collectors.joining(by));
    }

    private String inner(Condition condition) {
        return condition.of().size() > 1 ? "（" + sentence(condition) + "）" : sentence(condition);
    }

    private String asked(Condition line) {
        Operator operator = Objects.requireNonNull(line.operator());
        String name = names.apply(Objects.requireNonNull(line.fact()));
        String first = line.values().get(0);
        if (operator.comparesNumbers()) {
            return name + operator.label() + " " + Units.written(new BigDecimal(first), line.unit());
        }
        if (operator.countsYears()) return name + operator.label() + " " + first + " 年";
        if (operator.comparesDays()) return name + operator.label() + " " + first;
        if (line.values().equals(List.of("true"))) return name;
        if (line.values().equals(List.of("false"))) return "没有" + name;
        return name
                + operator.label()
                + line.values().stream().map(it -> "“" + it + "”").collect(Collectors.joining("或"));
    }

    private static String written(FactView.Known known) {
        BigDecimal number = Condition.number(known.text());
        if (number != null) return Units.written(number, known.unit());
        return switch (known.text()) {
            case "true" -> "是";
            case "false" -> "否";
            default -> known.text();
        };
    }

    private @Nullable String distance(Condition line, FactView.Known known) {
        Operator operator = Objects.requireNonNull(line.operator());
        String asked = line.values().get(0);
        if (operator.comparesNumbers()) {
            BigDecimal has = Units.convert(new BigDecimal(known.text()), known.unit(), line.unit());
            BigDecimal gap = new BigDecimal(asked).subtract(has);
            if (gap.signum() == 0) return "正好等于，要" + operator.label() + "才行";
            return (gap.signum() > 0 ? "还差 " : "多了 ") + Units.written(gap.abs(), line.unit());
        }
        if (operator == Operator.FOR_YEARS) {
            return LocalDate.parse(known.text()).plusYears(Long.parseLong(asked)) + " 起满";
        }
        return null;
    }
}
