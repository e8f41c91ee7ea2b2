package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalClockTests {

    @Nested
    class Across_real_arrangements {

        @ParameterizedTest(name = "{3}: received {0}, {1} working days, due {2}")
        @CsvSource({
            "2022-09-30, 1, 2022-10-08, 国庆 2022 两个调休日连着节后",
            "2022-09-30, 3, 2022-10-10, 国庆 2022",
            "2023-09-28, 1, 2023-10-07, 中秋国庆 2023",
            "2023-09-28, 3, 2023-10-09, 中秋国庆 2023",
            "2024-09-27, 1, 2024-09-29, 国庆 2024 节前周日上班",
            "2024-09-27, 3, 2024-10-08, 国庆 2024",
            "2024-09-30, 5, 2024-10-12, 国庆 2024 节后周六上班",
            "2024-09-30, 6, 2024-10-14, 国庆 2024",
            "2025-09-26, 1, 2025-09-28, 国庆中秋 2025",
            "2025-09-26, 4, 2025-10-09, 国庆中秋 2025 连放八天",
            "2025-09-26, 6, 2025-10-11, 国庆中秋 2025",
            "2025-09-26, 7, 2025-10-13, 国庆中秋 2025",
            "2026-09-30, 1, 2026-10-08, 国庆 2026",
            "2026-09-30, 3, 2026-10-10, 国庆 2026 节后周六上班",
            "2026-09-30, 4, 2026-10-12, 国庆 2026",
            "2026-09-18, 15, 2026-10-15, 中秋和国庆 2026",
            "2022-01-28, 2, 2022-01-30, 春节 2022 节前周末都上班",
            "2022-01-28, 3, 2022-02-07, 春节 2022",
            "2023-01-20, 2, 2023-01-29, 春节 2023 节后周末都上班",
            "2023-01-20, 3, 2023-01-30, 春节 2023",
            "2024-02-02, 6, 2024-02-09, 春节 2024 除夕上班",
            "2024-02-02, 7, 2024-02-18, 春节 2024",
            "2025-01-24, 3, 2025-02-05, 春节 2025",
            "2025-01-24, 7, 2025-02-10, 春节 2025",
            "2026-02-13, 1, 2026-02-14, 春节 2026 节前周六上班",
            "2026-02-13, 6, 2026-02-28, 春节 2026 节后周六上班",
            "2026-02-13, 7, 2026-03-02, 春节 2026",
            "2022-04-22, 1, 2022-04-24, 劳动节 2022 周日上班",
            "2022-04-29, 3, 2022-05-07, 劳动节 2022 周六上班",
            "2022-04-29, 4, 2022-05-09, 劳动节 2022",
            "2023-04-28, 3, 2023-05-06, 劳动节 2023 周六上班",
            "2024-04-30, 6, 2024-05-11, 劳动节 2024 周六上班",
            "2025-04-25, 1, 2025-04-27, 劳动节 2025 周日上班",
            "2025-04-25, 5, 2025-05-06, 劳动节 2025",
            "2026-04-30, 4, 2026-05-09, 劳动节 2026 周六上班",
            "2026-04-30, 5, 2026-05-11, 劳动节 2026",
            "2023-06-21, 1, 2023-06-25, 端午 2023 周日上班",
            "2022-12-30, 1, 2023-01-03, 元旦 2023 占上年最后一天",
            "2025-12-31, 1, 2026-01-04, 元旦 2026 周日上班",
            "2026-04-03, 1, 2026-04-07, 清明 2026",
        })
        void the_due_date_follows_the_arrangement(LocalDate received, int days, LocalDate due, String arrangement) {
            DueDate result = Clocks.of(China.CALENDAR, days).due("step", China.at(received + "T10:00"));

            assertThat(result.dueOn()).as(arrangement).isEqualTo(due);
            assertThat(result.dueAt()).isEqualTo(China.at(due + "T18:00"));
            assertThat(result.provisional()).isFalse();
        }
    }

    @Nested
    class The_start {

        @ParameterizedTest
        @CsvSource({
            "2026-09-29T08:00, 2026-09-30",
            "2026-09-29T16:20, 2026-09-30",
            "2026-09-29T18:00, 2026-09-30",
            "2026-09-29T23:59:59, 2026-09-30",
            "2026-09-30T00:00, 2026-10-08",
            "2026-10-03T10:00, 2026-10-08",
            "2026-10-10T10:00, 2026-10-12",
            "2026-10-10T23:59:59, 2026-10-12",
            "2026-10-17T10:00, 2026-10-19",
            "2026-12-31T23:59:59, 2027-01-01",
        })
        void is_the_next_working_day_whenever_it_was_received(String received, LocalDate firstDay) {
            DueDate due = Clocks.DEFAULT.due("accept", China.at(received));

            assertThat(due.firstDay()).isEqualTo(firstDay);
            assertThat(due.dueOn()).isEqualTo(firstDay);
            assertThat(due.receivedAt()).isEqualTo(China.at(received));
        }
    }

    @Nested
    class The_steps {

        @Test
        void are_all_counted_from_the_same_receipt_in_the_order_of_the_profile() {
            List<DueDate> all = Clocks.DEFAULT.allDue(China.at("2026-09-30T16:20"));

            assertThat(all).extracting(due -> due.step().name()).containsExactly("受理", "答复", "办结", "复杂事项办结");
            assertThat(all)
                    .extracting(DueDate::dueOn)
                    .containsExactly(
                            LocalDate.of(2026, 10, 8),
                            LocalDate.of(2026, 10, 10),
                            LocalDate.of(2026, 10, 27),
                            LocalDate.of(2026, 11, 17));
        }

        @Test
        void unknown_to_the_profile_are_refused() {
            assertThatThrownBy(() -> Clocks.DEFAULT.due("visit", China.at("2026-09-30T16:20")))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("visit");
        }
    }

    @Nested
    class The_explanation {

        @Test
        void names_the_receipt_the_profile_the_days_off_and_the_makeup_day() {
            assertThat(Clocks.DEFAULT.due("reply", China.at("2026-09-30T16:20")).explanation())
                    .isEqualTo("2026年9月30日（周三）16:20 收到，按“默认时限，待县确认”第1版，答复 3 个工作日："
                            + "收到当日不计，从次一工作日10月8日（周四）起算；"
                            + "10月1日至7日国庆节放假不计，10月10日（周六）国庆节调休上班计入；"
                            + "到 2026年10月10日（周六）18:00 止。");
        }

        @Test
        void is_short_when_nothing_is_skipped() {
            assertThat(Clocks.DEFAULT
                            .due("accept", China.at("2026-09-28T23:59:59"))
                            .explanation())
                    .isEqualTo("2026年9月28日（周一）23:59 收到，按“默认时限，待县确认”第1版，受理 1 个工作日："
                            + "收到当日不计，从次一工作日9月29日（周二）起算；到 2026年9月29日（周二）18:00 止。");
        }

        @Test
        void says_weekends_together_until_another_reason_comes_between() {
            assertThat(Clocks.DEFAULT
                            .due("complex", China.at("2026-09-10T09:00"))
                            .explanation())
                    .contains("起算；9月12日至13日、9月19日周末不计，9月20日（周日）国庆节调休上班计入，"
                            + "9月25日至27日中秋放假不计，10月1日至7日国庆节放假不计，"
                            + "10月10日（周六）国庆节调休上班计入，10月11日、10月17日至18日、10月24日至25日周末不计；到 ");
        }

        @Test
        void says_two_makeup_days_in_a_row_as_one_run() {
            assertThat(Clocks.DEFAULT.due("reply", China.at("2022-09-30T09:00")).explanation())
                    .contains("10月1日至7日国庆节放假不计，10月8日（周六）至9日（周日）国庆节调休上班计入；");
        }

        @Test
        void keeps_holidays_of_two_names_apart() {
            assertThat(Clocks.DEFAULT.due("reply", China.at("2025-09-30T09:00")).explanation())
                    .contains("10月1日至5日国庆节放假不计，10月6日中秋放假不计，10月7日至8日国庆节放假不计");
        }

        @Test
        void says_the_year_when_it_changes_and_only_then() {
            assertThat(Clocks.DEFAULT.due("reply", China.at("2022-12-28T09:00")).explanation())
                    .contains("从次一工作日12月29日（周四）起算；12月31日至2023年1月2日元旦放假不计");
            assertThat(Clocks.DEFAULT.due("solve", China.at("2025-12-30T09:00")).explanation())
                    .contains("起算；2026年1月1日至3日元旦放假不计，1月4日（周日）元旦调休上班计入，1月10日至11日、1月17日至18日周末不计；");
        }

        @Test
        void names_a_closure_by_its_reason() {
            LegalClock clock = new LegalClock(
                    China.CALENDAR.withDays(
                            List.of(China.closure("2026-03-04", "停电"), China.closure("2026-03-05", "停电"))),
                    Clocks.DEFAULT.profile());

            assertThat(clock.due("reply", China.at("2026-03-02T09:00")).explanation())
                    .contains("3月4日至5日停止办公（停电）不计，3月7日至8日周末不计；到 2026年3月9日（周一）18:00 止。");
        }

        @Test
        void is_kept_as_days_and_as_runs_too() {
            DueDate due = Clocks.DEFAULT.due("reply", China.at("2026-09-30T16:20"));

            assertThat(due.counted())
                    .extracting(DayStatus::date)
                    .containsExactly(LocalDate.of(2026, 10, 8), LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 10));
            assertThat(due.skipped()).hasSize(7).allMatch(day -> day.label().equals("国庆节放假"));
            assertThat(due.runs())
                    .containsExactly(
                            new DayRun(
                                    LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7), DayReason.HOLIDAY, "国庆节放假"),
                            new DayRun(LocalDate.of(2026, 10, 8), LocalDate.of(2026, 10, 9), DayReason.WORKDAY, "工作日"),
                            new DayRun(
                                    LocalDate.of(2026, 10, 10),
                                    LocalDate.of(2026, 10, 10),
                                    DayReason.MAKEUP_WORKDAY,
                                    "国庆节调休上班"));
        }
    }

    @Nested
    class A_year_not_announced {

        @Test
        void makes_the_date_provisional_and_says_so() {
            DueDate due = Clocks.DEFAULT.due("reply", China.at("2026-12-30T09:00"));

            assertThat(due.dueOn()).isEqualTo(LocalDate.of(2027, 1, 4));
            assertThat(due.provisional()).isTrue();
            assertThat(due.unannouncedYears()).containsExactly(Year.of(2027));
            assertThat(due.explanation())
                    .endsWith("从次一工作日12月31日（周四）起算；2027年1月2日至3日周末不计；"
                            + "到 2027年1月4日（周一）18:00 止。"
                            + "其中2027年放假安排尚未公布，暂按周一至周五上班推算，公布后到期日可能变动。");
        }

        @Test
        void leaves_a_date_on_the_last_day_of_the_announced_year_firm() {
            DueDate due = Clocks.DEFAULT.due("accept", China.at("2026-12-30T09:00"));

            assertThat(due.dueOn()).isEqualTo(LocalDate.of(2026, 12, 31));
            assertThat(due.provisional()).isFalse();
            assertThat(due.explanation()).endsWith("止。").doesNotContain("尚未公布");
        }

        @Test
        void does_not_touch_what_was_received_in_it_but_counts_in_the_announced_one() {
            DueDate due = Clocks.DEFAULT.due("accept", China.at("2021-12-31T09:00"));

            assertThat(due.dueOn()).isEqualTo(LocalDate.of(2022, 1, 4));
            assertThat(due.provisional()).isFalse();
        }
    }

    @Nested
    class Being_overdue {

        @Test
        void begins_after_the_close_of_work_of_the_last_day() {
            DueDate due = Clocks.DEFAULT.due("reply", China.at("2026-09-30T16:20"));

            assertThat(due.overdueAt(China.at("2026-10-10T18:00"))).isFalse();
            assertThat(due.overdueAt(China.at("2026-10-10T18:00:01"))).isTrue();
        }
    }

    @Nested
    class The_time_used {

        @ParameterizedTest
        @CsvSource({
            "2026-09-30T16:20, 0, 0",
            "2026-10-05T12:00, 0, 0",
            "2026-10-08T08:30, 0, 0",
            "2026-10-08T09:30, 60, 4",
            "2026-10-08T18:00, 450, 33",
            "2026-10-09T03:00, 450, 33",
            "2026-10-09T14:15, 675, 50",
            "2026-10-10T17:59, 1349, 99",
            "2026-10-10T18:00, 1350, 100",
            "2026-10-11T12:00, 1350, 100",
            "2026-10-12T18:00, 1800, 133",
        })
        void counts_working_minutes_from_the_opening_of_day_one(String at, long minutes, int percent) {
            TimeUsed used = Clocks.DEFAULT.timeUsed("reply", China.at("2026-09-30T16:20"), China.at(at), List.of());

            assertThat(used.used()).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(used.allowed()).isEqualTo(Duration.ofMinutes(1350));
            assertThat(used.percent()).isEqualTo(percent);
        }

        @Test
        void reaches_a_share_exactly_when_it_is_used_up() {
            assertThat(new TimeUsed(Duration.ofSeconds(79_999), Duration.ofSeconds(100_000)).reaches(80))
                    .isFalse();
            assertThat(new TimeUsed(Duration.ofSeconds(80_000), Duration.ofSeconds(100_000)).reaches(80))
                    .isTrue();
        }
    }
}
