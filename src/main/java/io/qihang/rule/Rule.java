package io.qihang.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition made ready for many enterprises: what it asks is read from its text once. Gives the verdict alone. */
public final class Rule {

    private final Condition condition;
    private final List<Rule> of;
    private final Set<String> values;
    private final @Nullable BigDecimal number;
    private final @Nullable LocalDate day;
    private final int years;

    private Rule(Condition condition) {
        Operator operator = condition.operator();
        String asked = condition.values().isEmpty() ? "" : condition.values().get(0);
        this.condition = condition;
        of = condition.of().stream().map(Rule::of).toList();
        values = Set.copyOf(condition.values());
        number = operator != null && operator.comparesNumbers() ? new BigDecimal(asked) : null;
        day = operator != null && operator.comparesDays() ? LocalDate.parse(asked) : null;
        years = operator != null && operator.countsYears() ? Integer.parseInt(asked) : 0;
    }

    /** The condition, ready. */
    public static Rule of(Condition condition) {
        return new Rule(condition);
    }

    /** What these facts come to on a day, to which ages are counted. */
    public Verdict verdict(FactView facts, LocalDate today) {
        return switch (condition.kind()) {
            case FACT ->
                line(facts.find(Objects.requireNonNull(condition.fact())).orElse(null), today);
            case NOT -> of.get(0).verdict(facts, today).not();
            case ALL -> {
                Verdict all = Verdict.MET;
                for (Rule it : of) {
                    all = all.and(it.verdict(facts, today));
                    if (all == Verdict.UNMET) break;
                }
                yield all;
            }
            case ANY -> {
                Verdict any = Verdict.UNMET;
                for (Rule it : of) {
                    any = any.or(it.verdict(facts, today));
                    if (any == Verdict.MET) break;
                }
                yield any;
            }
        };
    }

    private Verdict line(FactView.@Nullable Known known, LocalDate today) {
        if (known == null) return Verdict.MISSING;
        Operator operator = Objects.requireNonNull(condition.operator());
        if (operator == Operator.IS) return of(values.contains(known.text()));
        return number != null ? ofNumber(known, operator, number) : ofDay(known, operator, today);
    }

    private Verdict ofNumber(FactView.Known known, Operator operator, BigDecimal asked) {
        BigDecimal has = Condition.number(known.text());
        if (has == null || !Units.match(known.unit(), condition.unit())) return Verdict.MISSING;
        int order = Units.convert(has, known.unit(), condition.unit()).compareTo(asked);
        return of(
                switch (operator) {
                    case AT_LEAST -> order >= 0;
                    case MORE_THAN -> order > 0;
                    case AT_MOST -> order <= 0;
                    default -> order < 0;
                });
    }

    private Verdict ofDay(FactView.Known known, Operator operator, LocalDate today) {
        LocalDate since = Condition.day(known.text());
        if (since == null) return Verdict.MISSING;
        return of(
                switch (operator) {
                    case NOT_BEFORE -> !since.isBefore(Objects.requireNonNull(day));
                    case NOT_AFTER -> !since.isAfter(Objects.requireNonNull(day));
                    case FOR_YEARS -> ChronoUnit.YEARS.between(since, today) >= years;
                    default -> ChronoUnit.YEARS.between(since, today) < years;
                });
    }

    private static Verdict of(boolean met) {
        return met ? Verdict.MET : Verdict.UNMET;
    }
}
