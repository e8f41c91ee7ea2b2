package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The national pack against the notices as worded, day by day. */
class StateCouncilNoticesTests {

    private static final List<LocalDate> WORKING_DAYS = StateCouncilNotices.workingDays();

    @Test
    void every_day_from_2022_to_2026_is_worked_or_off_as_the_notices_say() {
        Set<LocalDate> expected = new HashSet<>(WORKING_DAYS);
        Map<LocalDate, Boolean> wrong = new TreeMap<>();
        LocalDate.of(2022, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(date -> {
            if (China.CALENDAR.isWorkingDay(date) != expected.contains(date)) {
                wrong.put(date, expected.contains(date));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void each_year_has_the_working_days_of_its_notice() {
        Map<Integer, Long> perYear = WORKING_DAYS.stream()
                .filter(China.CALENDAR::isWorkingDay)
                .collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.counting()));

        assertThat(perYear)
                .containsExactlyInAnyOrderEntriesOf(Map.of(2022, 249L, 2023, 249L, 2024, 251L, 2025, 248L, 2026, 248L));
    }

    @Test
    void the_pack_announces_exactly_2022_to_2026() {
        assertThat(China.YEARS)
                .containsExactlyInAnyOrder(Year.of(2022), Year.of(2023), Year.of(2024), Year.of(2025), Year.of(2026));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 15, 30, 60})
    void a_step_received_on_any_day_is_due_on_the_nth_working_day_after_it(int workingDays) {
        LegalClock clock = Clocks.of(China.CALENDAR, workingDays);
        LocalDate lastReceipt =
                WORKING_DAYS.get(WORKING_DAYS.size() - workingDays).minusDays(1);

        assertThat(LocalDate.of(2022, 1, 1).datesUntil(lastReceipt.plusDays(1))).allSatisfy(date -> {
            List<LocalDate> after =
                    WORKING_DAYS.stream().filter(day -> day.isAfter(date)).toList();

            DueDate due = clock.due("step", China.at(date + "T12:00"));

            assertThat(due.firstDay()).isEqualTo(after.get(0));
            assertThat(due.dueOn()).isEqualTo(after.get(workingDays - 1));
        });
    }
}
