package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCsvTests {

    private static final String SOURCE = "国务院办公厅通知";

    @Nested
    class A_good_file {

        @Test
        void gives_its_days_in_order_with_their_source() {
            assertThat(HolidayCsv.parse(
                            "date,kind,name\n2026-10-01,holiday,国庆节\n2026-10-10,makeup_workday,国庆节\n2026-03-04,closure,停电\n",
                            SOURCE))
                    .containsExactly(
                            new CalendarDay(LocalDate.of(2026, 10, 1), DayKind.HOLIDAY, "国庆节", SOURCE),
                            new CalendarDay(LocalDate.of(2026, 10, 10), DayKind.MAKEUP_WORKDAY, "国庆节", SOURCE),
                            new CalendarDay(LocalDate.of(2026, 3, 4), DayKind.CLOSURE, "停电", SOURCE));
        }

        @Test
        void may_come_from_a_spreadsheet_with_mark_carriage_returns_spaces_and_blank_lines() {
            assertThat(HolidayCsv.parse("\uFEFFdate,kind,name\r\n\r\n 2026-10-01 , holiday , 国庆节 \r\n\r\n", SOURCE))
                    .containsExactly(new CalendarDay(LocalDate.of(2026, 10, 1), DayKind.HOLIDAY, "国庆节", SOURCE));
        }

        @Test
        void may_hold_no_day() {
            assertThat(HolidayCsv.parse("date,kind,name", SOURCE)).isEmpty();
        }
    }

    @Nested
    class A_bad_row {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "2026-10-01,vacation,国庆节|2|类型“vacation”不认识，请填 holiday（放假）、makeup_workday（调休上班）或 closure（停止办公）。",
                    "2026-10-01,Holiday,国庆节|2|类型“Holiday”不认识，请填 holiday（放假）、makeup_workday（调休上班）或 closure（停止办公）。",
                    "2026/10/1,holiday,国庆节|1|日期“2026/10/1”不对，请写成 2026-10-01 这样且确有这一天。",
                    "2026-02-30,holiday,春节|1|日期“2026-02-30”不对，请写成 2026-10-01 这样且确有这一天。",
                    "0206-10-01,holiday,国庆节|1|日期“0206-10-01”的年份应在 2000 到 2099 之间。",
                    "2026-10-01,holiday,|3|名称不能空，请填节日名称或停止办公的原因。",
                    "2026-10-01,holiday|3|应有 3 列（date,kind,name），现在有 2 列。",
                    "2026-10-01,holiday,国庆节,多|4|应有 3 列（date,kind,name），现在有 4 列。",
                    "2026-01-01,holiday,国庆节|1|日期 2026-01-01 与第 2 行重复，请只留一行。",
                    "2026-10-09,makeup_workday,国庆节|2|2026-10-09 不是周六或周日，不能填调休上班，请核对日期。",
                })
        void is_named_by_line_and_column_and_told_how_to_mend_it(String row, int column, String message) {
            String file = "date,kind,name\n2026-01-01,holiday,元旦\n" + row + "\n2026-01-02,holiday,元旦\n";

            assertThatThrownBy(() -> HolidayCsv.parse(file, SOURCE))
                    .isInstanceOfSatisfying(HolidayCsvException.class, e -> assertThat(e.problems())
                            .containsExactly(new HolidayCsvException.Problem(3, column, message)))
                    .hasMessage("第 3 行第 " + column + " 列：" + message);
        }

        @Test
        void is_reported_together_with_all_others() {
            assertThatThrownBy(() -> HolidayCsv.parse("date,kind,name\n不知,放假,\n\n2026-10-1,holiday,国庆节", SOURCE))
                    .isInstanceOfSatisfying(HolidayCsvException.class, e -> assertThat(e.problems())
                            .extracting(problem -> problem.line() + ":" + problem.column())
                            .containsExactly("2:1", "2:2", "2:3", "4:1"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"''", "2026-10-01,holiday,国庆节", "日期,类型,名称"})
        void includes_a_missing_header(String file) {
            assertThatThrownBy(() -> HolidayCsv.parse(file, SOURCE))
                    .isInstanceOf(HolidayCsvException.class)
                    .hasMessage("第 1 行第 1 列：第一行应是表头 date,kind,name，请补上。");
        }
    }

    @Nested
    class The_years_announced {

        @Test
        void are_those_with_their_national_day() {
            List<CalendarDay> days = List.of(
                    China.holiday("2022-12-31", "元旦"),
                    China.holiday("2023-01-01", "元旦"),
                    China.holiday("2023-10-01", "国庆节"),
                    China.closure("2024-10-01", "停电"),
                    China.holiday("2025-10-02", "国庆节"),
                    China.holiday("2026-05-01", "劳动节"));

            assertThat(HolidayCsv.announcedYears(days)).containsExactly(Year.of(2023));
        }
    }
}
