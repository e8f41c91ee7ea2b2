package io.qihang.rule;

import static io.qihang.rule.Condition.all;
import static io.qihang.rule.Condition.any;
import static io.qihang.rule.Condition.line;
import static io.qihang.rule.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a condition finds, line by line. */
class JudgeTest {

    private static final Map<String, String> NAMES =
            Map.of("revenue", "营业收入", "employees", "从业人数", "above_scale", "规模以上", "founded_on", "成立日期", "size", "企业规模");
    private static final Judge JUDGE = new Judge(it -> NAMES.getOrDefault(it, it), LocalDate.of(2026, 11, 30));

    private static FactView knowing(String key, String text, String unit) {
        return asked -> asked.equals(key)
                ? Optional.of(new FactView.Known(text, unit.isEmpty() ? null : unit))
                : Optional.empty();
    }

    private static final FactView NOTHING = key -> Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 2000, 万元, 20000000, 元, MET,",
        "AT_LEAST, 2000, 万元, 18000000, 元, UNMET, 还差 200 万元",
        "MORE_THAN, 2000, 万元, 20000000, 元, UNMET, 正好等于，要超过才行",
        "AT_MOST, 4, 亿元, 400000001, 元, UNMET, 多了 0.00000001 亿元",
        "LESS_THAN, 4, 亿元, 399999999, 元, MET,",
        "AT_LEAST, 300, 人, 300, 人, MET,",
        "AT_LEAST, 300, 人, 300, 元, MISSING,",
        "AT_LEAST, 300, 人, 三百, 人, MISSING,"
    })
    void numbers_are_compared_in_their_units(
            Operator operator,
            String value,
            String unit,
            String known,
            String knownUnit,
            Verdict verdict,
            String distance) {
        var found = JUDGE.find(line("revenue", operator, value, unit), knowing("revenue", known, knownUnit));
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.distance()).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({
        "FOR_YEARS, 3, 2023-11-30, MET,",
        "FOR_YEARS, 3, 2023-12-01, UNMET, 2026-12-01 起满",
        "WITHIN_YEARS, 3, 2023-12-01, MET,",
        "WITHIN_YEARS, 3, 2023-11-30, UNMET,",
        "NOT_BEFORE, 2024-01-01, 2024-01-01, MET,",
        "NOT_BEFORE, 2024-01-01, 2023-12-31, UNMET,",
        "NOT_AFTER, 2024-01-01, 2024-01-02, UNMET,",
        "FOR_YEARS, 3, 很久以前, MISSING,"
    })
    void days_and_years_are_counted_to_the_day(
            Operator operator, String value, String known, Verdict verdict, String distance) {
        var found = JUDGE.find(line("founded_on", operator, value, null), knowing("founded_on", known, ""));
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.distance()).isEqualTo(distance);
    }

    @Test
    void a_fact_nobody_has_told_is_missing_and_named() {
        var found = JUDGE.find(line("revenue", Operator.AT_LEAST, "2000", "万元"), NOTHING);
        assertThat(found.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(found.missing()).isEqualTo("营业收入");
        assertThat(found.known()).isNull();
        assertThat(JUDGE.verdict(not(line("above_scale", Operator.IS, "true", null)), NOTHING))
                .as("what is not known is not the opposite")
                .isEqualTo(Verdict.MISSING);
    }

    @Nested
    class Of_a_group {

        private final Condition met = line("above_scale", Operator.IS, "true", null);
        private final Condition unmet = line("above_scale", Operator.IS, "false", null);
        private final Condition missing = line("revenue", Operator.AT_LEAST, "1", "元");
        private final FactView facts = knowing("above_scale", "true", "");

        @Test
        void all_fails_by_one_whatever_is_missing() {
            assertThat(JUDGE.verdict(all(missing, unmet), facts)).isEqualTo(Verdict.UNMET);
            assertThat(JUDGE.verdict(all(met, missing), facts)).isEqualTo(Verdict.MISSING);
            assertThat(JUDGE.verdict(all(met, met), facts)).isEqualTo(Verdict.MET);
        }

        @Test
        void any_is_met_by_one_whatever_is_missing() {
            assertThat(JUDGE.verdict(any(missing, met), facts)).isEqualTo(Verdict.MET);
            assertThat(JUDGE.verdict(any(unmet, missing), facts)).isEqualTo(Verdict.MISSING);
            assertThat(JUDGE.verdict(any(unmet, unmet), facts)).isEqualTo(Verdict.UNMET);
        }

        @Test
        void every_line_is_explained_even_when_one_has_decided() {
            var found = JUDGE.find(all(unmet, missing), facts);
            assertThat(found.verdict()).isEqualTo(Verdict.UNMET);
            assertThat(found.of()).extracting(Finding::verdict).containsExactly(Verdict.UNMET, Verdict.MISSING);
            assertThat(found.of().get(0).known()).isEqualTo("是");
        }
    }

    @Test
    void the_whole_reads_as_one_sentence() {
        var either = any(
                line("revenue", Operator.AT_LEAST, "2000", "万元"),
                new Condition(Condition.Kind.FACT, List.of(), "size", Operator.IS, List.of("中型", "大型"), null, "二（一）"));
        var whole = all(
                line("above_scale", Operator.IS, "true", null),
                either,
                not(line("employees", Operator.LESS_THAN, "10", "人")));
        assertThat(JUDGE.sentence(whole)).isEqualTo("规模以上，并且（营业收入不低于 2000 万元，或者企业规模是“中型”或“大型”），并且不符合：从业人数低于 10 人");
        assertThat(whole.facts()).containsExactly("above_scale", "revenue", "size", "employees");
    }

    @Test
    void a_case_kept_beside_it_holds_or_does_not() {
        var condition = line("revenue", Operator.AT_LEAST, "2000", "万元");
        var just = new RuleCase("刚好", Map.of("revenue", "2000"), Map.of("revenue", "万元"), Verdict.MET);
        assertThat(just.holds(condition, JUDGE)).isTrue();
        assertThat(just.holds(line("revenue", Operator.MORE_THAN, "2000", "万元"), JUDGE))
                .isFalse();
        assertThat(new RuleCase("不知道", Map.of(), Map.of(), Verdict.MISSING).holds(condition, JUDGE))
                .isTrue();
    }

    @Test
    void what_is_not_whole_is_refused_in_words() {
        assertThatThrownBy(() -> all()).isInstanceOf(Problem.class).hasMessageContaining("空");
        assertThatThrownBy(() -> line("revenue", Operator.AT_LEAST, "两千", "万元")).hasMessageContaining("“两千”不是数");
        assertThatThrownBy(() -> line("founded_on", Operator.NOT_BEFORE, "2026-13-01", null))
                .hasMessageContaining("日期");
        assertThatThrownBy(() -> line("founded_on", Operator.FOR_YEARS, "1.5", null))
                .hasMessageContaining("整数年");
        assertThatThrownBy(() -> line("Revenue", Operator.IS, "1", null)).hasMessageContaining("没有选企业事实");
        assertThatThrownBy(() -> line("revenue", Operator.IS, " ", null)).hasMessageContaining("没有填值");
        var deep = line("revenue", Operator.IS, "1", null);
        for (int level = 0; level < Condition.MOST_LEVELS - 1; level++) deep = not(deep);
        var deepest = deep;
        assertThatThrownBy(() -> not(deepest)).hasMessageContaining("层");
        var line = line("revenue", Operator.IS, "1", null);
        var many = java.util.Collections.nCopies(Condition.MOST_LINES + 1, line).toArray(Condition[]::new);
        assertThatThrownBy(() -> all(many)).hasMessageContaining("条");
    }
}
