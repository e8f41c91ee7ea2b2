package io.qihang.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 无事不扰, case by case. */
class QuietTest {

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            value = {
                "2, 2026-10-09, '', true, nobody has come yet",
                "2, 2026-10-09, 2026-10-01, true, one came",
                "2, 2026-10-09, 2026-10-01 2026-10-02, false, two came",
                "2, 2026-10-02, 2026-10-01 2026-10-02, true, together on a day that is taken anyway",
                "2, 2026-10-09, 2026-10-01 2026-10-01 2026-10-01, true, several on one day are one day",
                "2, 2026-11-01, 2026-10-01 2026-10-02, true, the next month counts anew",
                "2, 2026-10-31, 2026-09-30 2026-11-01, true, neighbouring months do not count",
                "1, 2026-10-09, 2025-10-09, true, nor does the same month of another year"
            })
    void a_cap_counts_days_of_the_month(int cap, LocalDate day, String taken, boolean allowed, String why) {
        List<LocalDate> days = List.of(taken.split(" ")).stream()
                .filter(it -> !it.isEmpty())
                .map(LocalDate::parse)
                .toList();
        assertThat(new Quiet(cap).allows(day, days)).as(why).isEqualTo(allowed);
    }
}
