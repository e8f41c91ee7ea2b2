package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        @CsvSource({"0, false", "1, true", "366, true", "367, false"})
        void has_steps_of_one_to_366_working_days(int days, boolean allowed) {
            if (allowed) {
                assertThat(new DeadlineStep("solve", "办结", days).workingDays()).isEqualTo(days);
            } else {
                assertThatThrownBy(() -> new DeadlineStep("solve", "办结", days))
                        .hasMessage("“办结”的工作日数要在 1 到 366 之间，现在是 " + days + "。");
            }
        }
    }
}
