package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What an administrator sets: office hours and deadline profiles. */
class SettingsTests {

    @Nested
    class Office_hours {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "08:30-12:00,14:00-18:00 | 08:30 | 18:00 | 450",
                    " 08:30 – 12:00 ， 13:30～17:30 | 08:30 | 17:30 | 450",
                    "09:00至17:00 | 09:00 | 17:00 | 480",
                    "08:00-10:00,10:00-12:00,14:00-18:00 | 08:00 | 18:00 | 480",
                })
        void are_read_from_a_setting_of_one_or_more_periods(
                String setting, LocalTime opening, LocalTime close, long minutes) {
            WorkingHours hours = WorkingHours.parse(setting);

            assertThat(hours.opening()).isEqualTo(opening);
            assertThat(hours.close()).isEqualTo(close);
            assertThat(hours.perDay()).isEqualTo(Duration.ofMinutes(minutes));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'' | 看不懂",
                    "八点半到十二点 | 看不懂",
                    "08:30-12:00, | 看不懂",
                    "8:30-12:00 | 看不懂",
                    "08:30-25:00 | 看不懂",
                    "12:00-08:30 | 下班时间要晚于上班时间",
                    "08:30-08:30 | 下班时间要晚于上班时间",
                    "08:30:30-12:00 | 整分钟",
                    "14:00-18:00,08:30-12:00 | 先后",
                    "08:30-12:00,11:00-18:00 | 重叠",
                })
        void that_make_no_sense_are_refused_in_plain_words(String setting, String message) {
            assertThatThrownBy(() -> WorkingHours.parse(setting))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message);
        }

        @Test
        void need_a_period() {
            assertThatThrownBy(() -> new WorkingHours(List.of())).hasMessageContaining("至少要有一段");
        }
    }

    @Nested
    class A_deadline_profile {

        private final DeadlineStep reply = new DeadlineStep("reply", "答复", 3);

        private DeadlineProfile profile(int version, List<DeadlineStep> steps, String from, String to) {
            return new DeadlineProfile(
                    "default", "默认时限", version, "依据", steps, LocalDate.parse(from), LocalDate.parse(to));
        }

        @ParameterizedTest
        @CsvSource({
            "2025-12-31, false",
            "2026-01-01, true",
            "2026-06-30, true",
            "2026-07-01, false",
        })
        void is_in_force_from_its_first_to_its_last_day(LocalDate date, boolean inForce) {
            assertThat(profile(1, List.of(reply), "2026-01-01", "2026-06-30").inForceOn(date))
                    .isEqualTo(inForce);
        }

        @Test
        void without_an_end_stays_in_force() {
            assertThat(Clocks.DEFAULT.profile().inForceOn(LocalDate.of(2099, 12, 31)))
                    .isTrue();
            assertThat(Clocks.DEFAULT.profile().inForceOn(LocalDate.of(2021, 12, 31)))
                    .isFalse();
        }

        @Test
        void refuses_what_cannot_be_counted_by() {
            assertThatThrownBy(() -> profile(0, List.of(reply), "2026-01-01", "2026-06-30"))
                    .hasMessageContaining("版本");
            assertThatThrownBy(() -> profile(1, List.of(), "2026-01-01", "2026-06-30"))
                    .hasMessageContaining("至少要有一个步骤");
            assertThatThrownBy(() -> profile(1, List.of(reply, reply), "2026-01-01", "2026-06-30"))
                    .hasMessageContaining("reply 重复");
            assertThatThrownBy(() -> profile(1, List.of(reply), "2026-01-02", "2026-01-01"))
                    .hasMessageContaining("失效日期早于生效日期");
        }

        @ParameterizedTest
        @CsvSource({
            "WORKING_DAYS, 0, false", "WORKING_DAYS, 1, true", "WORKING_DAYS, 366, true", "WORKING_DAYS, 367, false",
            "WORKING_HOURS, 0, false", "WORKING_HOURS, 1, true", "WORKING_HOURS, 999, true",
                    "WORKING_HOURS, 1000, false",
            "CALENDAR_DAYS, 0, false", "CALENDAR_DAYS, 1, true", "CALENDAR_DAYS, 732, true",
                    "CALENDAR_DAYS, 733, false",
        })
        void has_steps_within_what_any_field_knows(StepUnit unit, int amount, boolean allowed) {
            if (allowed) {
                assertThat(new DeadlineStep("solve", "办结", unit, amount).length())
                        .isEqualTo(amount + " " + unit.label());
            } else {
                assertThatThrownBy(() -> new DeadlineStep("solve", "办结", unit, amount))
                        .hasMessage("“办结”要在 1 到 " + unit.most() + " " + unit.label() + "之间，现在是 " + amount + "。");
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'code':'a','name':'受理','workingHours':2} | WORKING_HOURS | 2 | NEXT_WORKING_DAY",
                    "{'code':'a','name':'受理','workingDays':15} | WORKING_DAYS | 15 | NEXT_WORKING_DAY",
                    "{'code':'a','name':'受理','calendarDays':30} | CALENDAR_DAYS | 30 | NEXT_WORKING_DAY",
                    "{'code':'a','name':'受理','calendarDays':30,'lastDayOff':'PREVIOUS_WORKING_DAY'} | CALENDAR_DAYS | 30 |"
                            + " PREVIOUS_WORKING_DAY",
                },
                quoteCharacter = '"')
        void reads_its_steps_from_data_and_writes_them_back(String text, StepUnit unit, int amount, LastDayOff off) {
            JsonMapper json = new JsonMapper();
            String data = text.replace('\'', '"');

            DeadlineStep step = json.readValue(data, DeadlineStep.class);

            assertThat(step).isEqualTo(new DeadlineStep("a", "受理", unit, amount, off));
            assertThat(json.writeValueAsString(step)).isEqualTo(data);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"code\":\"a\",\"name\":\"受理\"}",
                    "{\"code\":\"a\",\"name\":\"受理\",\"workingDays\":1,\"workingHours\":1}",
                })
        void refuses_a_step_of_no_measure_or_of_two(String data) {
            JsonMapper json = new JsonMapper();

            assertThatThrownBy(() -> json.readValue(data, DeadlineStep.class)).hasMessageContaining("只写一项");
        }
    }

    @Nested
    class Hours_over_the_year {

        private final OfficeHours.Season summer = season("夏季", "05-01", "09-30", "08:30-12:00,14:30-18:30");
        private final OfficeHours.Season deepWinter = season("深冬", "12-15", "02-10", "09:00-12:00,13:30-17:00");
        private final OfficeHours hours = new OfficeHours(List.of(
                new OfficeHours.Version(LocalDate.parse("2026-01-01"), "旧通知", China.HOURS, List.of()),
                new OfficeHours.Version(
                        LocalDate.parse("2026-06-01"), "新通知", China.HOURS, List.of(summer, deepWinter))));

        private OfficeHours.Season season(String name, String from, String until, String setting) {
            return new OfficeHours.Season(
                    name, MonthDay.parse("--" + from), MonthDay.parse("--" + until), WorkingHours.parse(setting));
        }

        @ParameterizedTest
        @CsvSource({
            "2025-07-01, 18:00", "2026-05-31, 18:00", "2026-06-01, 18:30", "2026-09-30, 18:30", "2026-10-01, 18:00",
            "2026-12-14, 18:00", "2026-12-15, 17:00", "2026-12-31, 17:00", "2027-01-01, 17:00", "2027-02-10, 17:00",
            "2027-02-11, 18:00", "2028-02-29, 18:00", "2027-05-01, 18:30",
        })
        void follow_the_season_of_the_version_in_force(LocalDate date, LocalTime close) {
            assertThat(hours.on(date).close()).isEqualTo(close);
        }

        @Test
        void may_not_have_two_seasons_at_once() {
            OfficeHours.Season more = season("盛夏", "09-30", "10-15", "09:00-17:00");
            assertThatThrownBy(() -> new OfficeHours.Version(
                            LocalDate.parse("2026-01-01"), "", China.HOURS, List.of(summer, more)))
                    .hasMessageContaining("“夏季”和“盛夏”的日期重叠");
        }

        @Test
        void gain_a_version_or_have_one_replaced() {
            var later = new OfficeHours.Version(LocalDate.parse("2026-08-01"), "再通知", China.HOURS, List.of());
            assertThat(hours.with(later).on(LocalDate.parse("2026-08-01")).close())
                    .isEqualTo("18:00");
            assertThat(hours.with(later).on(LocalDate.parse("2026-07-31")).close())
                    .isEqualTo("18:30");
            var again = new OfficeHours.Version(LocalDate.parse("2026-06-01"), "更正", China.HOURS, List.of());
            assertThat(hours.with(again).versions()).hasSize(2);
            assertThat(hours.with(again).on(LocalDate.parse("2026-07-31")).close())
                    .isEqualTo("18:00");
        }
    }
}
