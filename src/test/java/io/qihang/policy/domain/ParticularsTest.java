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

    private static Particulars policy(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodUntil,
            @Nullable LocalDate applyFrom,
            @Nullable LocalDate applyUntil) {
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
                null,
                null,
                null);
    }
}
