package io.qihang.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.Problem;
import io.qihang.policy.domain.Particulars.Kind;
import io.qihang.policy.domain.Particulars.Term;
import io.qihang.policy.domain.Particulars.Window;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticularsTest {

    @ParameterizedTest
    @CsvSource({
        "          ,           ,           , 2026-11-22, UNSTATED",
        "2023-06-16,           ,           , 2026-11-22, IN_FORCE",
        "2023-06-16,           ,           , 2023-06-15, UPCOMING",
        "2023-06-16,           ,           , 2023-06-16, IN_FORCE",
        "2023-01-01, 2025-12-31,           , 2025-12-31, IN_FORCE",
        "2023-01-01, 2025-12-31,           , 2026-01-01, LAPSED",
        "          ,           , 2023-12-31, 2023-12-31, IN_FORCE",
        "          ,           , 2023-12-31, 2024-01-01, PERIOD_OVER",
        "2023-01-01, 2023-06-30, 2023-12-31, 2024-01-01, LAPSED",
    })
    void whether_it_holds_is_a_matter_of_the_day(
            @Nullable LocalDate from, @Nullable LocalDate until, @Nullable LocalDate period, LocalDate day, Term term) {
        assertThat(policy(from, until, null, period, null, null).term(day)).isEqualTo(term);
    }

    @ParameterizedTest
    @CsvSource({
        "          ,           , 2026-11-22, NONE",
        "2026-12-01, 2026-12-31, 2026-11-30, NOT_YET",
        "2026-12-01, 2026-12-31, 2026-12-01, OPEN",
        "2026-12-01, 2026-12-31, 2026-12-31, OPEN",
        "2026-12-01, 2026-12-31, 2027-01-01, CLOSED",
        "2026-12-01,           , 2030-01-01, OPEN",
        "          , 2026-12-31, 2020-01-01, OPEN",
    })
    void whether_one_may_apply_is_a_matter_of_the_day(
            @Nullable LocalDate from, @Nullable LocalDate until, LocalDate day, Window window) {
        assertThat(policy(null, null, null, null, from, until).window(day)).isEqualTo(window);
    }

    @Test
    void only_a_time_that_is_over_counts_as_over() {
        assertThat(Term.values()).filteredOn(Term::isOver).containsExactlyInAnyOrder(Term.LAPSED, Term.PERIOD_OVER);
    }

    @Test
    void an_end_does_not_come_before_its_beginning() {
        LocalDate first = LocalDate.of(2026, 1, 2);
        LocalDate before = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> policy(first, before, null, null, null, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> policy(null, null, first, before, null, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> policy(null, null, null, null, first, before)).isInstanceOf(Problem.class);
        assertThat(policy(first, first, first, first, first, first)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-04-30, true, 2026-04-30, 2026-03-01, 2026-04-30, false",
        "2026-03-01, 2026-04-30, true, 2026-02-01, 2026-03-01, 2026-04-30, false",
        "2026-03-01, 2026-04-30, true, 2026-05-01, 2027-03-01, 2027-04-30, true",
        "2024-03-01, 2024-04-30, true, 2026-04-30, 2026-03-01, 2026-04-30, true",
        ", 2024-02-29, true, 2026-03-01, , 2027-02-28, true",
        "2025-12-01, 2026-01-31, true, 2026-02-01, 2026-12-01, 2027-01-31, true"
    })
    void a_window_that_comes_every_year_is_expected_after_it_has_closed(
            @Nullable LocalDate from,
            LocalDate until,
            boolean yearly,
            LocalDate today,
            @Nullable LocalDate nextFrom,
            LocalDate nextUntil,
            boolean expected) {
        assertThat(policy(null, null, null, null, from, until, yearly).span(today))
                .contains(new Particulars.Span(nextFrom, nextUntil, expected));
    }

    @Test
    void a_window_that_does_not_come_again_is_over() {
        LocalDate until = LocalDate.of(2026, 4, 30);
        assertThat(policy(null, null, null, null, null, until, null).span(until.plusDays(1)))
                .isEmpty();
        assertThat(policy(null, null, null, null, null, null, true).span(until)).isEmpty();
    }

    private static Particulars policy(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodUntil,
            @Nullable LocalDate applyFrom,
            @Nullable LocalDate applyUntil) {
        return policy(from, until, periodFrom, periodUntil, applyFrom, applyUntil, null);
    }

    private static Particulars policy(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodUntil,
            @Nullable LocalDate applyFrom,
            @Nullable LocalDate applyUntil,
            @Nullable Boolean yearly) {
        return new Particulars(
                Kind.NOTICE,
                null,
                "申报通知",
                null,
                null,
                null,
                null,
                from,
                until,
                periodFrom,
                periodUntil,
                applyFrom,
                applyUntil,
                yearly,
                null,
                null,
                null);
    }
}
