package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DueDateDifferenceTests {

    private static DueDateDifference compare(WorkCalendar now, String step, String receivedAt) {
        return DueDateDifference.between(
                Clocks.DEFAULT, new LegalClock(now, Clocks.DEFAULT.profile()), step, China.at(receivedAt));
    }

    @Nested
    class A_closure_added_later {

        private final WorkCalendar closed =
                China.CALENDAR.withDays(List.of(China.closure("2026-10-10", "暴雪"), China.closure("2026-10-12", "暴雪")));

        @Test
        void moves_the_date_and_names_the_days() {
            DueDateDifference difference = compare(closed, "reply", "2026-09-30T16:20");

            assertThat(difference.moved()).isTrue();
            assertThat(difference.movedDays()).isEqualTo(3);
            assertThat(difference.before().dueOn()).isEqualTo(LocalDate.of(2026, 10, 10));
            assertThat(difference.after().dueOn()).isEqualTo(LocalDate.of(2026, 10, 13));
            assertThat(difference.sentence())
                    .isEqualTo("答复期限由 2026年10月10日（周六）18:00 改为 2026年10月13日（周二）18:00，推后 3 天："
                            + "10月10日（周六）由国庆节调休上班改为停止办公（暴雪）；"
                            + "10月12日（周一）由工作日改为停止办公（暴雪）。");
        }

        @Test
        void leaves_a_case_alone_that_ends_before_it() {
            DueDateDifference difference = compare(closed, "accept", "2026-09-30T16:20");

            assertThat(difference.moved()).isFalse();
            assertThat(difference.changedDays()).isEmpty();
            assertThat(difference.sentence()).isEqualTo("受理期限不变，仍为 2026年10月8日（周四）18:00。");
        }

        @Test
        void says_days_that_follow_each_other_as_a_run_and_others_apart() {
            WorkCalendar now = China.CALENDAR.withDays(List.of(
                    China.closure("2026-10-08", "停电"),
                    China.closure("2026-10-09", "停电"),
                    China.closure("2026-10-13", "停电")));

            assertThat(compare(now, "solve", "2026-09-30T16:20").sentence())
                    .isEqualTo("办结期限由 2026年10月27日（周二）18:00 改为 2026年10月30日（周五）18:00，推后 3 天："
                            + "10月8日（周四）至9日（周五）、10月13日（周二）由工作日改为停止办公（停电）。");
        }

        @Test
        void on_a_weekend_changes_nothing() {
            WorkCalendar weekend = China.CALENDAR.withDays(List.of(China.closure("2026-10-11", "停电")));

            DueDateDifference difference = compare(weekend, "solve", "2026-09-30T16:20");

            assertThat(difference.moved()).isFalse();
            assertThat(difference.changedDays()).isEmpty();
        }
    }

    @Nested
    class A_makeup_day_added_later {

        @Test
        void brings_the_date_forward_and_says_why() {
            WorkCalendar now = China.CALENDAR.withDays(List.of(China.makeup("2026-10-17", "国庆节")));

            assertThat(compare(now, "solve", "2026-09-30T16:20").sentence())
                    .isEqualTo(
                            "办结期限由 2026年10月27日（周二）18:00 改为 2026年10月26日（周一）18:00，提前 1 天：" + "10月17日（周六）由周末改为国庆节调休上班。");
        }

        @Test
        void that_is_balanced_by_a_closure_keeps_the_date_and_names_both() {
            WorkCalendar now = China.CALENDAR.withDays(
                    List.of(China.makeup("2026-10-17", "国庆节"), China.closure("2026-10-15", "停电")));

            assertThat(compare(now, "solve", "2026-09-30T16:20").sentence())
                    .isEqualTo("办结期限不变，仍为 2026年10月27日（周二）18:00：" + "10月15日（周四）由工作日改为停止办公（停电）；10月17日（周六）由周末改为国庆节调休上班。");
        }
    }

    @Nested
    class A_year_announced_later {

        private final Set<Year> years = new HashSet<>(China.YEARS);

        private WorkCalendar announced(CalendarDay... added) {
            List<CalendarDay> days = new ArrayList<>(China.DAYS);
            days.addAll(List.of(added));
            years.add(Year.of(2027));
            return WorkCalendar.of(days, years, China.HOURS);
        }

        @Test
        void moves_a_provisional_date_and_says_the_days_that_changed_together() {
            WorkCalendar now = announced(
                    China.holiday("2027-01-01", "元旦"),
                    China.holiday("2027-01-02", "元旦"),
                    China.holiday("2027-01-03", "元旦"),
                    China.makeup("2027-01-09", "元旦"));

            DueDateDifference difference = compare(now, "reply", "2026-12-30T09:00");

            assertThat(difference.before().provisional()).isTrue();
            assertThat(difference.after().provisional()).isFalse();
            assertThat(difference.sentence())
                    .isEqualTo("答复期限由 2027年1月4日（周一）18:00 改为 2027年1月5日（周二）18:00，推后 1 天："
                            + "2027年放假安排已公布；2027年1月1日（周五）由工作日改为元旦放假。");
        }

        @Test
        void confirms_a_date_that_does_not_move() {
            assertThat(compare(announced(), "reply", "2026-12-30T09:00").sentence())
                    .isEqualTo("答复期限不变，仍为 2027年1月4日（周一）18:00：2027年放假安排已公布。");
        }

        @Test
        void still_warns_while_it_is_not() {
            WorkCalendar closed = China.CALENDAR.withDays(List.of(China.closure("2026-12-31", "停电")));

            assertThat(compare(closed, "reply", "2026-12-30T09:00").sentence())
                    .isEqualTo("答复期限由 2027年1月4日（周一）18:00 改为 2027年1月5日（周二）18:00，推后 1 天："
                            + "12月31日（周四）由工作日改为停止办公（停电）；2027年放假安排尚未公布，这个日期还可能变动。");
        }
    }

    @Nested
    class Another_rule {

        @Test
        void of_fewer_days_is_named_with_both_versions() {
            LegalClock county = new LegalClock(China.CALENDAR, Clocks.profile(2, 1, 2, 10, 25));

            assertThat(DueDateDifference.between(Clocks.DEFAULT, county, "reply", China.at("2026-09-30T16:20"))
                            .sentence())
                    .isEqualTo("答复期限由 2026年10月10日（周六）18:00 改为 2026年10月9日（周五）18:00，提前 1 天："
                            + "原按“默认时限，待县确认”第1版的 3 个工作日，现按“默认时限，待县确认”第2版的 2 个工作日。");
        }

        @Test
        void of_more_days_is_named_too() {
            LegalClock county = new LegalClock(China.CALENDAR, Clocks.profile(2, 1, 5, 15, 30));

            assertThat(DueDateDifference.between(Clocks.DEFAULT, county, "reply", China.at("2026-09-30T16:20"))
                            .sentence())
                    .contains("改为 2026年10月13日（周二）18:00，推后 3 天：")
                    .contains("原按“默认时限，待县确认”第1版的 3 个工作日，现按“默认时限，待县确认”第2版的 5 个工作日。");
        }

        @Test
        void of_the_hours_moves_the_time_of_day() {
            WorkCalendar winter =
                    WorkCalendar.of(China.DAYS, China.YEARS, WorkingHours.parse("08:30-12:00,13:30-17:30"));

            assertThat(compare(winter, "reply", "2026-09-30T16:20").sentence())
                    .isEqualTo("答复期限由 2026年10月10日（周六）18:00 改为 2026年10月10日（周六）17:30："
                            + "10月8日（周四）至10日（周六）办公时间由 08:30-12:00,14:00-18:00 改为 08:30-12:00,13:30-17:30。");
        }
    }
}
