package io.qihang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.access.Role;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county closes its offices for two days of snow, sees what that does, enters it, and takes it back. */
@SystemTest
class ClosureJourney {

    private static final RegionCode COUNTY = new RegionCode("990101");
    private static final RegionCode NEIGHBOUR = new RegionCode("990102");

    @Autowired
    Staffing staffing;

    @Autowired
    Calendars calendars;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void on_the_day_before_the_holiday() {
        limits.forget();
        clock.set(China.at("2026-09-30T09:00"));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_closure_is_tried_entered_and_withdrawn_and_the_old_calendar_can_still_be_asked() {
        Api officer = officer(COUNTY);
        int before = calendars.version(COUNTY);

        var effect = officer.post(closures(COUNTY) + "/preview", snow("2026-10-09", "2026-10-11"))
                .expect(200);
        assertThat(effect.json().at("/days").toString())
                .isEqualTo("[{\"date\":\"2026-10-09\",\"before\":\"工作日\",\"after\":\"停止办公（暴雪）\",\"changes\":true},"
                        + "{\"date\":\"2026-10-10\",\"before\":\"国庆节调休上班\",\"after\":\"停止办公（暴雪）\",\"changes\":true},"
                        + "{\"date\":\"2026-10-11\",\"before\":\"周末\",\"after\":\"停止办公（暴雪）\",\"changes\":false}]");
        assertThat(calendars.version(COUNTY)).as("a preview changes nothing").isEqualTo(before);

        String id = officer.once()
                .post(closures(COUNTY), snow("2026-10-09", "2026-10-11"))
                .expect(201)
                .at("/id");
        int after = calendars.version(COUNTY);
        String told = officer.get("/api/v1/desk/counties/990101/calendar/days?from=2026-10-08&until=2026-10-09")
                .expect(200)
                .text();
        assertThat(officer.get("/api/v1/regions/990101/calendar/days?from=2026-10-08&until=2026-10-09")
                        .expect(200)
                        .text())
                .as("phones read the same calendar")
                .isEqualTo(told);
        assertThat(told)
                .isEqualTo("[{\"date\":\"2026-10-08\",\"working\":true,\"label\":\"工作日\",\"source\":\"\","
                        + "\"provisional\":false},{\"date\":\"2026-10-09\",\"working\":false,"
                        + "\"label\":\"停止办公（暴雪）\",\"source\":\"县政府办公室通知\",\"provisional\":false}]");
        assertThat(calendars.of(COUNTY, before).isWorkingDay(LocalDate.parse("2026-10-09")))
                .isTrue();
        assertThat(calendars.of(COUNTY, after).isWorkingDay(LocalDate.parse("2026-10-09")))
                .isFalse();
        assertThat(calendars.of(NEIGHBOUR).isWorkingDay(LocalDate.parse("2026-10-09")))
                .isTrue();

        officer.post(closures(COUNTY) + "/" + id + "/withdrawal", "").expect(204);
        officer.post(closures(COUNTY) + "/" + id + "/withdrawal", "").expect(404);
        assertThat(calendars.of(COUNTY).isWorkingDay(LocalDate.parse("2026-10-09")))
                .isTrue();
        assertThat(officer.get(closures(COUNTY)).expect(200).text()).isEqualTo("[]");
        assertThat(database.sql("select action from audit_event where object_id = :id order by id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("closure.add", "closure.withdraw");
    }

    @Test
    void a_closure_is_entered_once_however_often_it_is_sent() {
        Api officer = officer(NEIGHBOUR).once();
        String first = officer.post(closures(NEIGHBOUR), snow("2026-12-01", "2026-12-02"))
                .expect(201)
                .at("/id");
        String again = officer.post(closures(NEIGHBOUR), snow("2026-12-01", "2026-12-02"))
                .expect(201)
                .at("/id");
        assertThat(again).isEqualTo(first);
        officer.once()
                .post(closures(NEIGHBOUR), snow("2026-12-02", "2026-12-03"))
                .expect(409, "CLOSURE_OVERLAPS");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-10, 2026-10-09, CLOSURE_RANGE",
        "2026-10-01, 2026-11-01, CLOSURE_RANGE",
        "2026-08-29, 2026-08-30, CLOSURE_TOO_FAR",
        "2027-10-01, 2027-10-02, CLOSURE_TOO_FAR",
    })
    void a_slip_of_the_hand_is_refused(String first, String last, String code) {
        officer(COUNTY).once().post(closures(COUNTY), snow(first, last)).expect(400, code);
    }

    @Test
    void another_county_and_another_role_close_nothing() {
        officer(NEIGHBOUR)
                .once()
                .post(closures(COUNTY), snow("2026-10-09", "2026-10-09"))
                .expect(404);
        officer(NEIGHBOUR)
                .post(closures(COUNTY) + "/preview", snow("2026-10-09", "2026-10-09"))
                .expect(404);
        staffing.hire(COUNTY, Role.LEADER, null, null)
                .api()
                .once()
                .post(closures(COUNTY), snow("2026-10-09", "2026-10-09"))
                .expect(403);
    }

    @Test
    void guanxian_counts_by_its_own_profile_and_a_county_without_one_by_the_default() {
        LocalDate day = LocalDate.parse("2026-09-30");
        RegionCode guanxian = new RegionCode("371525");
        CountyClock own = calendars.clock(guanxian, calendars.version(guanxian), List.of("ticket"), day);
        assertThat(own.clock().profile().label()).isEqualTo("默认时限，待县确认");
        assertThat(own.clock().profile().source()).contains("县里文件未规定天数");
        assertThat(own.clock().profile().steps())
                .extracting(DeadlineStep::amount)
                .containsExactly(1, 3, 15, 30);
        assertThat(calendars.clock(guanxian, own.version())).isEqualTo(own.clock());
        assertThat(calendars
                        .clock(COUNTY, calendars.version(COUNTY), List.of("ticket"), day)
                        .clock()
                        .profile()
                        .source())
                .contains("各县未另行规定");
        assertThatThrownBy(() -> calendars.clock(COUNTY, 1, List.of("unheard-of"), day))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.code()).isEqualTo(CalendarProblem.NO_DEADLINE_PROFILE));
    }

    private Api officer(RegionCode county) {
        return staffing.hire(county, Role.COUNTY_OFFICER, null, null).api();
    }

    private static String closures(RegionCode county) {
        return "/api/v1/desk/counties/" + county + "/calendar/closures";
    }

    private static Map<String, String> snow(String first, String last) {
        return Map.of("firstDay", first, "lastDay", last, "reason", "暴雪", "document", "县政府办公室通知");
    }
}
