package io.qihang.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every condition, whatever is known. */
class JudgeProperties {

    private static final Judge JUDGE = new Judge(it -> it, LocalDate.of(2026, 11, 30));
    private static final List<String> KEYS = List.of("revenue", "employees", "rd_expense");

    private static FactView view(Map<String, Integer> facts) {
        return key -> Optional.ofNullable(facts.get(key)).map(it -> new FactView.Known(it.toString(), null));
    }

    /** To learn more never turns 符合 into anything else, nor 不符合. */
    @Property
    void what_is_decided_stays_decided_when_more_is_known(
            @ForAll("conditions") Condition condition,
            @ForAll("facts") Map<String, Integer> facts,
            @ForAll Set<Integer> forgotten) {
        Map<String, Integer> fewer = new HashMap<>(facts);
        forgotten.forEach(it -> fewer.remove(KEYS.get(Math.floorMod(it, KEYS.size()))));
        Verdict early = JUDGE.verdict(condition, view(fewer));
        if (early != Verdict.MISSING)
            assertThat(JUDGE.verdict(condition, view(facts))).isEqualTo(early);
    }

    @Property
    void with_everything_known_nothing_is_missing(@ForAll("conditions") Condition condition, @ForAll int number) {
        FactView everything = key -> Optional.of(new FactView.Known(String.valueOf(number), null));
        assertThat(JUDGE.verdict(condition, everything)).isNotEqualTo(Verdict.MISSING);
    }

    @Property
    void not_all_is_any_not(
            @ForAll("conditions") Condition one,
            @ForAll("conditions") Condition other,
            @ForAll("facts") Map<String, Integer> facts) {
        FactView view = view(facts);
        assertThat(JUDGE.verdict(Condition.all(one, other), view).not())
                .isEqualTo(JUDGE.verdict(one, view)
                        .not()
                        .or(JUDGE.verdict(other, view).not()));
        assertThat(JUDGE.verdict(Condition.any(one, other), view))
                .as("order does not matter")
                .isEqualTo(JUDGE.verdict(Condition.any(other, one), view));
    }

    @Property
    void the_explanation_agrees_with_the_verdict(
            @ForAll("conditions") Condition condition, @ForAll("facts") Map<String, Integer> facts) {
        Finding found = JUDGE.find(condition, view(facts));
        assertThat(found.verdict()).isEqualTo(JUDGE.verdict(condition, view(facts)));
        assertThat(JUDGE.find(condition, view(facts))).isEqualTo(found);
        assertThat(JUDGE.sentence(condition)).isNotBlank();
    }

    @Provide
    Arbitrary<Map<String, Integer>> facts() {
        return Arbitraries.maps(Arbitraries.of(KEYS), Arbitraries.integers().between(-5, 5));
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return conditions(2);
    }

    private Arbitrary<Condition> conditions(int levels) {
        Arbitrary<Condition> lines = net.jqwik.api.Combinators.combine(
                        Arbitraries.of(KEYS),
                        Arbitraries.of(
                                Operator.AT_LEAST,
                                Operator.MORE_THAN,
                                Operator.AT_MOST,
                                Operator.LESS_THAN,
                                Operator.IS),
                        Arbitraries.integers().between(-5, 5))
                .as((key, operator, number) -> Condition.line(key, operator, number.toString(), null));
        if (levels == 0) return lines;
        Arbitrary<Condition> inner = conditions(levels - 1);
        return Arbitraries.oneOf(
                lines,
                inner.map(Condition::not),
                inner.array(Condition[].class).ofMinSize(1).ofMaxSize(3).map(Condition::all),
                inner.array(Condition[].class).ofMinSize(1).ofMaxSize(3).map(Condition::any));
    }
}
