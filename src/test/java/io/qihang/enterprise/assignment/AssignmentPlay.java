package io.qihang.enterprise.assignment;

import io.qihang.access.Role;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of assignments share. The day is Friday, 22 September 2023, 09:00. */
@SystemTest
abstract class AssignmentPlay {

    static final String QINGSHUI = "371525104";
    static final String LIULIN = "371525103";
    static final LocalDate TODAY = LocalDate.of(2023, 9, 22);

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    Assignments assignments;

    Api officer = new Api("");

    @BeforeEach
    void on_a_day_of_2023() {
        limits.forget();
        set(TODAY);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    /** Sets the day, at nine; the officer of that day is signed in anew. */
    void set(LocalDate day) {
        clock.set(LocalDateTime.of(day, java.time.LocalTime.of(9, 0))
                .atZone(Times.SHANGHAI)
                .toInstant());
        officer = staffing.hire(Role.COUNTY_OFFICER).api();
    }

    Staffing.Member commissioner() {
        return staffing.hire(Role.COMMISSIONER);
    }

    /** A round from that day on; its name is its own. */
    String round(String startsOn) {
        return officer.post(
                        "/api/v1/desk/assignment-rounds",
                        Map.of(
                                "county",
                                "371525",
                                "name",
                                "干部助企远航行动（演示）" + UUID.randomUUID(),
                                "document",
                                "关于公布新一轮干部助企远航行动企业名单的通知",
                                "startsOn",
                                startsOn))
                .expect(201)
                .at("/round");
    }

    Api.Reply assign(String round, EnterpriseId enterprise, StaffId staff, Map<String, ?> more) {
        Map<String, Object> body = new TreeMap<>(
                Map.of("enterprise", enterprise, "staff", staff, "kind", "SERVICE_COMMISSIONER", "sentBy", "县工业和信息化局"));
        body.putAll(more);
        return officer.post("/api/v1/desk/assignment-rounds/" + round + "/assignments", body);
    }

    String assigned(String round, EnterpriseId enterprise, StaffId staff) {
        return assign(round, enterprise, staff, Map.of()).expect(201).at("/assignment");
    }

    Api.Reply end(String assignment, LocalDate lastDay) {
        return officer.post(
                "/api/v1/desk/assignments/" + assignment + "/end",
                Map.of("lastDay", lastDay.toString(), "reason", "工作调整"));
    }

    Api.Reply replace(String assignment, StaffId staff, LocalDate from) {
        return officer.post(
                "/api/v1/desk/assignments/" + assignment + "/replacement",
                Map.of(
                        "staff", staff,
                        "kind", "RESIDENT_COMMISSIONER",
                        "sentBy", "县虚构服务中心",
                        "from", from.toString(),
                        "reason", "轮换"));
    }

    /** The values of a field of a list's items. */
    static List<String> all(Api.Reply list, String field) {
        var items = list.json().isArray() ? list.json() : list.json().path("items");
        return items.valueStream().map(it -> it.path(field).asString("")).toList();
    }
}
