package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines counted by hand, by the profiles other places published and by every unit. */
class ProfileCasesTests {

    private static LegalClock clock(WorkCalendar calendar, DeadlineStep... steps) {
        return new LegalClock(
                calendar,
                new DeadlineProfile("case", "外地公布的时限", 1, "试算", List.of(steps), LocalDate.of(2022, 1, 1), null));
    }

    private static List<String> due(LegalClock clock, String receivedAt) {
        return clock.allDue(China.at(receivedAt)).stream()
                .map(it ->
                        it.dueAt().atZone(WorkCalendar.ZONE).toLocalDateTime().toString())
                .toList();
    }

    private static List<String> split(String dates) {
        return new ArrayList<>(Arrays.asList(dates.split(" ")));
    }

    @Nested
    class By_working_days {

        @ParameterizedTest
        @CsvSource({
            "2026-09-30T16:20, 2026-10-08T18:00 2026-10-10T18:00 2026-10-27T18:00 2026-11-17T18:00",
            "2026-03-02T09:00, 2026-03-03T18:00 2026-03-05T18:00 2026-03-23T18:00 2026-04-14T18:00",
        })
        void as_in_shandong_1_3_15_30(String received, String dates) {
            assertThat(due(
                            clock(
                                    China.CALENDAR,
                                    new DeadlineStep("accept", "受理", 1),
                                    new DeadlineStep("reply", "答复", 3),
                                    new DeadlineStep("solve", "办结", 15),
                                    new DeadlineStep("complex", "复杂事项办结", 30)),
                            received))
                    .isEqualTo(split(dates));
        }

        @ParameterizedTest
        @CsvSource({"2026-09-30T16:20, 2026-10-08T18:00 2026-10-09T18:00 2026-10-20T18:00 2026-11-10T18:00"})
        void as_in_zaozhuang_1_2_10_25(String received, String dates) {
            assertThat(due(
                            clock(
                                    China.CALENDAR,
                                    new DeadlineStep("accept", "受理", 1),
                                    new DeadlineStep("reply", "答复", 2),
                                    new DeadlineStep("solve", "办结", 10),
                                    new DeadlineStep("complex", "复杂事项办结", 25)),
                            received))
                    .isEqualTo(split(dates));
        }
    }

    @Nested
    class By_working_hours {

        private final DeadlineStep[] zhuhai = {
            new DeadlineStep("accept", "签收", StepUnit.WORKING_HOURS, 1),
            new DeadlineStep("reply", "响应", StepUnit.WORKING_HOURS, 2),
            new DeadlineStep("solve", "办结", StepUnit.WORKING_HOURS, 4),
        };

        @ParameterizedTest(name = "{0}: {2}")
        @CsvSource({
            "2026-09-29T09:00, 2026-09-29T10:00 2026-09-29T11:00 2026-09-29T15:00, 上午收到",
            "2026-09-29T11:00, 2026-09-29T12:00 2026-09-29T15:00 2026-09-29T17:00, 到午休前正好一小时",
            "2026-09-29T11:30, 2026-09-29T14:30 2026-09-29T15:30 2026-09-29T17:30, 跨午休",
            "2026-09-29T12:30, 2026-09-29T15:00 2026-09-29T16:00 2026-09-29T18:00, 午休时收到",
            "2026-09-30T17:30, 2026-10-08T09:00 2026-10-08T10:00 2026-10-08T12:00, 跨国庆节",
            "2026-10-03T10:00, 2026-10-08T09:30 2026-10-08T10:30 2026-10-08T14:30, 放假时收到",
            "2026-10-09T17:30, 2026-10-10T09:00 2026-10-10T10:00 2026-10-10T12:00, 调休上班的周六接着算",
            "2026-09-29T06:00, 2026-09-29T09:30 2026-09-29T10:30 2026-09-29T14:30, 上班前收到",
            "2026-09-29T18:00, 2026-09-30T09:30 2026-09-30T10:30 2026-09-30T14:30, 下班时收到",
        })
        void as_in_zhuhai_1_2_4(String received, String moments, String situation) {
            assertThat(due(clock(China.CALENDAR, zhuhai), received))
                    .as(situation)
                    .isEqualTo(split(moments));
        }

        @Test
        void explains_where_it_starts() {
            assertThat(clock(China.CALENDAR, zhuhai)
                            .due("accept", China.at("2026-09-30T17:30"))
                            .explanation())
                    .isEqualTo("2026年9月30日（周三）17:30 收到，按“外地公布的时限”第1版，签收 1 个工作小时：从收到时起算，只计上班时间；"
                            + "10月1日至7日国庆节放假不计；到 2026年10月8日（周四）09:00 止。");
            assertThat(clock(China.CALENDAR, zhuhai)
                            .due("accept", China.at("2026-10-03T10:00"))
                            .explanation())
                    .isEqualTo("2026年10月3日（周六）10:00 收到，按“外地公布的时限”第1版，签收 1 个工作小时："
                            + "收到时不上班，从10月8日（周四）08:30上班起算，只计上班时间；"
                            + "10月3日至7日国庆节放假不计；到 2026年10月8日（周四）09:30 止。");
        }
    }

    @Nested
    class By_calendar_days {

        @ParameterizedTest(name = "{0} + {1}, {2}: {4}")
        @CsvSource({
            "2026-10-12, 10, NEXT_WORKING_DAY, 2026-10-22T18:00, 最后一天上班",
            "2026-10-12, 5, NEXT_WORKING_DAY, 2026-10-19T18:00, 周六顺延到周一",
            "2026-10-12, 5, PREVIOUS_WORKING_DAY, 2026-10-16T18:00, 方案规定提前到周五",
            "2026-09-25, 10, NEXT_WORKING_DAY, 2026-10-08T18:00, 国庆节中顺延到节后",
            "2026-10-08, 2, NEXT_WORKING_DAY, 2026-10-10T18:00, 调休上班的周六不顺延",
            "2026-10-16, 1, PREVIOUS_WORKING_DAY, 2026-10-19T18:00, 提前就早于收到，只能顺延",
        })
        void ends_on_a_working_day(LocalDate received, int days, LastDayOff off, String due, String situation) {
            DeadlineStep step = new DeadlineStep("step", "办理", StepUnit.CALENDAR_DAYS, days, off);
            assertThat(due(clock(China.CALENDAR, step), received + "T10:00"))
                    .as(situation)
                    .containsExactly(due);
        }

        @Test
        void says_the_article_that_moved_it() {
            DeadlineStep step = new DeadlineStep("step", "办理", StepUnit.CALENDAR_DAYS, 5);
            assertThat(clock(China.CALENDAR, step)
                            .due("step", China.at("2026-10-12T10:00"))
                            .explanation())
                    .isEqualTo("2026年10月12日（周一）10:00 收到，按“外地公布的时限”第1版，办理 5 个自然日："
                            + "收到当日不计，从次日10月13日（周二）起算，周末和节假日也计入；"
                            + "最后一天2026年10月17日（周六）不上班，顺延到其后第一个工作日（民法典第二百零三条）；"
                            + "到 2026年10月19日（周一）18:00 止。");
        }
    }

    @Nested
    class Over_half_days_and_seasons {

        private final WorkCalendar halfSnow = China.CALENDAR.withDays(
                List.of(half("2026-10-13", DayKind.AFTERNOON_CLOSURE), half("2026-10-14", DayKind.MORNING_CLOSURE)));

        private CalendarDay half(String date, DayKind kind) {
            return new CalendarDay(LocalDate.parse(date), kind, "暴雪", "县政府办公室通知");
        }

        @Test
        void a_half_day_is_a_working_day_that_ends_early() {
            DueDate due = clock(halfSnow, new DeadlineStep("step", "办理", 1)).due("step", China.at("2026-10-12T10:00"));
            assertThat(due.dueAt()).isEqualTo(China.at("2026-10-13T12:00"));
            assertThat(due.explanation()).contains("10月13日（周二）下午停止办公（暴雪）计入").endsWith("到 2026年10月13日（周二）12:00 止。");
        }

        @Test
        void hours_stop_for_the_half_that_is_closed() {
            DeadlineStep step = new DeadlineStep("step", "办理", StepUnit.WORKING_HOURS, 4);
            assertThat(due(clock(halfSnow, step), "2026-10-13T09:00")).containsExactly("2026-10-14T15:00");
        }

        @Test
        void two_halves_make_a_day_off() {
            WorkCalendar both = halfSnow.withDays(List.of(half("2026-10-13", DayKind.MORNING_CLOSURE)));
            assertThat(both.statusOf(LocalDate.parse("2026-10-13")).label()).isEqualTo("停止办公（暴雪）");
            assertThat(due(clock(both, new DeadlineStep("step", "办理", 1)), "2026-10-12T10:00"))
                    .containsExactly("2026-10-14T18:00");
        }

        @Test
        void half_a_weekend_day_is_still_a_weekend() {
            WorkCalendar weekend = China.CALENDAR.withDays(List.of(half("2026-10-17", DayKind.MORNING_CLOSURE)));
            assertThat(weekend.statusOf(LocalDate.parse("2026-10-17")).label()).isEqualTo("周末");
        }

        @Test
        void a_single_long_period_is_cut_at_noon() {
            WorkCalendar through = WorkCalendar.of(
                    List.of(half("2026-10-13", DayKind.AFTERNOON_CLOSURE)),
                    China.YEARS,
                    WorkingHours.parse("09:00-17:00"));
            assertThat(through.hoursOn(LocalDate.parse("2026-10-13")).setting()).isEqualTo("09:00-12:00");
        }

        @Test
        void the_season_decides_when_work_ends() {
            OfficeHours hours = new OfficeHours(List.of(new OfficeHours.Version(
                    LocalDate.of(2026, 1, 1),
                    "",
                    China.HOURS,
                    List.of(new OfficeHours.Season(
                            "夏季",
                            MonthDay.of(5, 1),
                            MonthDay.of(9, 30),
                            WorkingHours.parse("08:30-12:00,14:30-18:30"))))));
            LegalClock clock = clock(
                    China.CALENDAR.withHours(hours),
                    new DeadlineStep("day", "办理", 1),
                    new DeadlineStep("hours", "签收", StepUnit.WORKING_HOURS, 4));
            assertThat(due(clock, "2026-09-29T11:00")).containsExactly("2026-09-30T18:30", "2026-09-29T17:30");
            assertThat(due(clock, "2026-09-30T17:30")).containsExactly("2026-10-08T18:00", "2026-10-08T11:30");
        }
    }

    @Nested
    class With_stops {

        private final LegalClock days = Clocks.DEFAULT;

        private ClockStop stop(String from, String until) {
            return new ClockStop(China.at(from), China.at(until), "等企业材料", false);
        }

        @ParameterizedTest(name = "{0} - {1}: {3}")
        @CsvSource({
            "2026-10-08T10:00, 2026-10-08T11:00, 2026-10-12T09:30, 停一小时",
            "2026-10-08T08:30, 2026-10-09T08:30, 2026-10-12T18:00, 停整一天",
            "2026-10-08T17:00, 2026-10-09T09:00, 2026-10-12T10:00, 跨夜只计一个半小时",
            "2026-10-10T17:00, 2026-10-12T09:00, 2026-10-12T10:00, 最后一天还剩一小时时停表",
            "2026-10-10T18:00, 2026-10-13T09:00, 2026-10-10T18:00, 到期之后停表不起作用",
            "2026-09-30T16:30, 2026-10-05T09:00, 2026-10-10T18:00, 起算之前停表不起作用",
            "2026-10-08T12:00, 2026-10-08T14:00, 2026-10-10T18:00, 午休停表不计",
        })
        void the_working_time_of_a_stop_is_added(String from, String until, String due, String situation) {
            assertThat(days.due("reply", China.at("2026-09-30T16:20"), List.of(stop(from, until)))
                            .dueAt())
                    .as(situation)
                    .isEqualTo(China.at(due));
        }

        @Test
        void each_is_said_with_its_time() {
            ClockStop running =
                    new ClockStop(China.at("2026-10-12T09:00"), China.at("2026-10-26T18:00"), "等上级批复", true);
            assertThat(days.due(
                                    "reply",
                                    China.at("2026-09-30T16:20"),
                                    List.of(stop("2026-10-08T10:00", "2026-10-09T15:30"), running))
                            .explanation())
                    .isEqualTo("2026年9月30日（周三）16:20 收到，按“默认时限，待县确认”第1版，答复 3 个工作日："
                            + "收到当日不计，从次一工作日10月8日（周四）起算；"
                            + "10月1日至7日国庆节放假不计，10月10日（周六）国庆节调休上班计入，"
                            + "10月11日、10月17日至18日、10月24日至25日周末不计；"
                            + "其间停表 2 次：2026年10月8日（周四）10:00 至 2026年10月9日（周五）15:30 等企业材料，上班时间 11 小时，"
                            + "2026年10月12日（周一）09:00 起等上级批复，最迟到 2026年10月26日（周一）18:00，按最迟计上班时间 82 小时，"
                            + "不计入，从 2026年10月10日（周六）18:00 顺延；到 2026年10月28日（周三）11:30 止。");
        }
    }
}
