package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTests {

    private static final WorkCalendar COUNTY = China.CALENDAR.withDays(List.of(
            China.closure("2026-10-10", "暴雪"),
            China.closure("2026-10-05", "暴雪"),
            China.closure("2026-03-04", "停电"),
            China.closure("2026-03-07", "停电")));

    @Nested
    class The_reason_of_a_day {

        @ParameterizedTest
        @CsvSource({
            "2026-09-30, WORKDAY, 工作日, true",
            "2026-10-01, HOLIDAY, 国庆节放假, false",
            "2026-10-10, CLOSURE, 停止办公（暴雪）, false",
            "2026-10-11, WEEKEND, 周末, false",
            "2026-09-20, MAKEUP_WORKDAY, 国庆节调休上班, true",
            "2022-12-31, HOLIDAY, 元旦放假, false",
            "2025-10-06, HOLIDAY, 中秋放假, false",
            "2026-10-05, HOLIDAY, 国庆节放假, false",
            "2026-03-04, CLOSURE, 停止办公（停电）, false",
            "2026-03-07, CLOSURE, 停止办公（停电）, false",
        })
        void is_the_holiday_then_the_closure_then_the_makeup_then_the_weekday(
                LocalDate date, DayReason reason, String label, boolean working) {
            DayStatus status = COUNTY.statusOf(date);

            assertThat(status.reason()).isEqualTo(reason);
            assertThat(status.label()).isEqualTo(label);
            assertThat(status.working()).isEqualTo(working);
            assertThat(COUNTY.isWorkingDay(date)).isEqualTo(working);
            assertThat(COUNTY.dayOff(date).map(DayStatus::label).orElse("上班")).isEqualTo(working ? "上班" : label);
        }

        @Test
        void names_the_document_it_rests_on() {
            assertThat(COUNTY.statusOf(LocalDate.of(2026, 10, 1)).source()).isEqualTo("国务院办公厅节假日安排");
            assertThat(COUNTY.statusOf(LocalDate.of(2026, 3, 4)).source()).isEqualTo("县政府办公室通知");
            assertThat(COUNTY.statusOf(LocalDate.of(2026, 3, 3)).source()).isEmpty();
        }
    }

    @Nested
    class A_year_not_announced {

        @ParameterizedTest
        @CsvSource({"2027-10-01, true", "2027-10-02, false", "2027-01-01, true", "2021-10-01, true"})
        void is_worked_monday_to_friday(LocalDate date, boolean working) {
            assertThat(COUNTY.isWorkingDay(date)).isEqualTo(working);
            assertThat(COUNTY.isProvisional(date)).isTrue();
            assertThat(COUNTY.statusOf(date).provisional()).isTrue();
        }

        @Test
        void begins_after_the_last_day_of_the_announced_one() {
            assertThat(COUNTY.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
            assertThat(COUNTY.isProvisional(LocalDate.of(2027, 1, 1))).isTrue();
        }

        @Test
        void is_still_sure_of_a_day_that_another_years_notice_states() {
            WorkCalendar only2023 = WorkCalendar.of(China.DAYS, Set.of(Year.of(2023)), China.HOURS);

            assertThat(only2023.isProvisional(LocalDate.of(2022, 12, 31))).isFalse();
            assertThat(only2023.isProvisional(LocalDate.of(2022, 12, 30))).isTrue();
        }
    }

    @Nested
    class Stated_twice {

        @Test
        void the_same_date_is_refused_with_both_names() {
            List<CalendarDay> days = List.of(China.holiday("2027-02-06", "春节"), China.makeup("2027-02-06", "元宵"));

            assertThatThrownBy(() -> WorkCalendar.of(days, Set.of(), China.HOURS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("2027-02-06 登记了两次：春节放假、元宵调休上班，请只留一条。");
        }

        @Test
        void a_closure_added_again_is_refused() {
            List<CalendarDay> again = List.of(China.closure("2026-03-04", "大雾"));

            assertThatThrownBy(() -> COUNTY.withDays(again))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2026-03-04")
                    .hasMessageContaining("停电")
                    .hasMessageContaining("大雾");
        }
    }

    @Nested
    class Being_a_value {

        @Test
        void it_is_equal_whatever_the_order_of_its_days() {
            List<CalendarDay> reversed = new ArrayList<>(China.DAYS);
            Collections.reverse(reversed);
            WorkCalendar same = WorkCalendar.of(reversed, China.YEARS, China.HOURS);

            assertThat(same).isEqualTo(China.CALENDAR).hasSameHashCodeAs(China.CALENDAR);
        }

        @Test
        void it_differs_by_a_day_a_closure_a_year_or_the_hours() {
            assertThat(China.CALENDAR)
                    .isNotEqualTo(COUNTY)
                    .isNotEqualTo(China.CALENDAR.withDays(List.of(China.makeup("2026-12-26", "元旦"))))
                    .isNotEqualTo(WorkCalendar.of(China.DAYS, Set.of(), China.HOURS))
                    .isNotEqualTo(WorkCalendar.of(China.DAYS, China.YEARS, WorkingHours.parse("09:00-17:00")));
        }

        @Test
        void adding_days_leaves_the_first_one_as_it_was() {
            WorkCalendar more = China.CALENDAR.withDays(List.of(China.closure("2026-03-04", "停电")));

            assertThat(more.isWorkingDay(LocalDate.of(2026, 3, 4))).isFalse();
            assertThat(China.CALENDAR.isWorkingDay(LocalDate.of(2026, 3, 4))).isTrue();
        }
    }

    @Nested
    class Counting_days {

        @ParameterizedTest
        @CsvSource({
            "2026-09-30, 2026-10-08",
            "2026-10-01, 2026-10-08",
            "2026-10-09, 2026-10-12",
            "2026-09-18, 2026-09-20",
            "2026-10-16, 2026-10-19"
        })
        void the_next_working_day_steps_over_days_off_and_onto_makeup_days(LocalDate from, LocalDate next) {
            assertThat(COUNTY.nextWorkingDay(from)).isEqualTo(next);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-09-30, 2026-09-30, 0",
            "2026-09-30, 2026-10-07, 0",
            "2026-09-30, 2026-10-08, 1",
            "2026-09-30, 2026-10-10, 3",
            "2026-09-30, 2026-10-11, 3",
            "2026-10-10, 2026-09-30, -3",
            "2026-02-13, 2026-02-28, 6",
        })
        void days_between_leave_out_the_first_and_take_in_the_last(LocalDate from, LocalDate to, int days) {
            assertThat(China.CALENDAR.workingDaysBetween(from, to)).isEqualTo(days);
        }
    }

    @Nested
    class Working_time {

        @Test
        void closes_and_opens_in_beijing_time() {
            assertThat(COUNTY.closeOfWork(LocalDate.of(2026, 9, 30))).isEqualTo("2026-09-30T10:00:00Z");
            assertThat(COUNTY.openingOfWork(LocalDate.of(2026, 9, 30))).isEqualTo("2026-09-30T00:30:00Z");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-09-30T08:29:59, false",
            "2026-09-30T08:30, true",
            "2026-09-30T11:59:59, true",
            "2026-09-30T12:00, false",
            "2026-09-30T13:59:59, false",
            "2026-09-30T14:00, true",
            "2026-09-30T17:59:59, true",
            "2026-09-30T18:00, false",
            "2026-10-01T09:00, false",
            "2026-09-20T09:00, true",
            "2026-10-10T09:00, false",
        })
        void runs_inside_the_hours_of_working_days(String local, boolean working) {
            assertThat(COUNTY.isWorkingTime(China.at(local))).isEqualTo(working);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-09-30T16:20, 2026-09-30T18:00, 100",
            "2026-09-30T11:00, 2026-09-30T15:00, 120",
            "2026-09-30T12:10, 2026-09-30T13:50, 0",
            "2026-09-30T17:00, 2026-10-08T09:00, 90",
            "2026-09-30T00:00, 2026-10-01T00:00, 450",
            "2026-09-30T00:00, 2026-10-11T00:00, 1350",
            "2026-09-19T00:00, 2026-09-21T00:00, 450",
            "2026-09-30T16:00, 2026-09-30T15:00, 0",
            "2026-09-30T16:00, 2026-09-30T16:00, 0",
        })
        void between_two_moments_is_counted_in_minutes(String from, String to, long minutes) {
            assertThat(COUNTY.workingTimeBetween(China.at(from), China.at(to))).isEqualTo(Duration.ofMinutes(minutes));
        }

        @Test
        void between_two_moments_is_exact_to_the_second() {
            assertThat(COUNTY.workingTimeBetween(China.at("2026-09-30T17:59:30"), China.at("2026-10-08T08:30:15")))
                    .isEqualTo(Duration.ofSeconds(45));
        }
    }
}
