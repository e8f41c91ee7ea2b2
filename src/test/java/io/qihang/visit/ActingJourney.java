package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 代班: for an absent commissioner another sees and logs, on those days and on no other. */
class ActingJourney extends VisitPlay {

    private static final String ACTING = "/api/v1/desk/acting-commissioners";

    private Commissioner absent = new Commissioner(new StaffId(new UUID(0, 0)), new Api(""));
    private Commissioner stand = absent;
    private EnterpriseId enterprise = new EnterpriseId(new UUID(0, 0));
    private Api county = new Api("");

    @BeforeEach
    void a_commissioner_is_going_away() {
        absent = commissioner();
        stand = commissioner();
        enterprise = firmOf(absent);
        county = staffing.hire(Role.COUNTY_OFFICER).api();
    }

    private Map<String, Object> asked(Map<String, ?> more) {
        Map<String, Object> asked = new TreeMap<>(Map.of(
                "county", "371525",
                "absent", absent.id(),
                "acting", stand.id(),
                "startsOn", "2026-10-09",
                "endsOn", "2026-10-12",
                "reason", "外出培训"));
        asked.putAll(more);
        return asked;
    }

    private String arranged() {
        return county.post(ACTING, asked(Map.of())).expect(201).at("/acting");
    }

    private Api.Reply log(String day) {
        return stand.api()
                .put(visit(UUID.randomUUID()), telling(enterprise, Map.of("visitedAt", day + "T10:00:00+08:00")));
    }

    @Test
    void the_acting_one_sees_and_logs_on_those_days_only() {
        arranged();
        assertThat(all(stand.api().get("/api/v1/field/portfolio"), "enterprise"))
                .isEmpty();
        stand.api().get("/api/v1/field/enterprises/" + enterprise + "/brief").expect(404);

        set("2026-10-09T09:00");
        var line = stand.api().get("/api/v1/field/portfolio").expect(200);
        assertThat(line.at("/items/0/enterprise")).isEqualTo(enterprise.toString());
        assertThat(line.at("/items/0/actingUntil")).isEqualTo("2026-10-12");
        stand.api().get("/api/v1/field/enterprises/" + enterprise + "/brief").expect(200);
        set("2026-10-12T17:00");
        log("2026-10-12").expect(201);
        log("2026-10-08").expect(404);

        set("2026-10-13T17:00");
        assertThat(all(stand.api().get("/api/v1/field/portfolio"), "enterprise"))
                .isEmpty();
        stand.api().get("/api/v1/field/enterprises/" + enterprise + "/brief").expect(404);
        log("2026-10-13").expect(404);
        assertThat(log("2026-10-11").status())
                .as("what was seen on an acting day is not lost")
                .isEqualTo(201);
        assertThat(all(absent.api().get("/api/v1/field/portfolio"), "enterprise"))
                .containsExactly(enterprise.toString());
    }

    @Test
    void the_enterprise_reads_who_comes_meanwhile() {
        arranged();
        set("2026-10-10T09:00");
        var list = member(enterprise)
                .get("/api/v1/enterprises/" + enterprise + "/commissioners")
                .expect(200);
        assertThat(all(list, "acting")).containsExactly("false", "true");
    }

    @Test
    void it_can_be_ended_early_and_taken_back_before_it_begins() {
        String acting = arranged();
        county.post(ACTING + "/" + acting + "/end", Map.of("lastDay", "2026-10-08"))
                .expect(204);
        set("2026-10-09T09:00");
        assertThat(all(stand.api().get("/api/v1/field/portfolio"), "enterprise"))
                .isEmpty();
        county = staffing.hire(Role.COUNTY_OFFICER).api();
        String second = arranged();
        set("2026-10-11T09:00");
        county = staffing.hire(Role.COUNTY_OFFICER).api();
        county.post(ACTING + "/" + second + "/end", Map.of("lastDay", "2026-10-09"))
                .expect(400, "ACTING_END");
        county.post(ACTING + "/" + second + "/end", Map.of("lastDay", "2026-10-10"))
                .expect(204);
        assertThat(all(stand.api().get("/api/v1/field/portfolio"), "enterprise"))
                .isEmpty();
        county.post(ACTING + "/" + second + "/end", Map.of("lastDay", "2026-10-10"))
                .expect(409, "ACTING_OVER");
    }

    @Test
    void nonsense_is_refused_with_what_to_do() {
        county.post(ACTING, asked(Map.of("acting", absent.id()))).expect(400, "ACTING_FOR_ONESELF");
        county.post(ACTING, asked(Map.of("startsOn", "2026-09-29"))).expect(400, "ACTING_DAYS");
        county.post(ACTING, asked(Map.of("endsOn", "2026-10-08"))).expect(400, "ACTING_DAYS");
        county.post(
                        ACTING,
                        asked(Map.of(
                                "acting",
                                staffing.hire(new RegionCode("371525"), Role.HANDLER, null, "gxj")
                                        .id())))
                .expect(400, "COMMISSIONER_UNKNOWN");
        arranged();
        county.post(
                        ACTING,
                        asked(Map.of("acting", commissioner().id(), "startsOn", "2026-10-12", "endsOn", "2026-10-20")))
                .expect(409, "ACTING_ARRANGED");
    }

    @Test
    void a_township_arranges_for_its_own_enterprises_only() {
        var elsewhere = firms.in(LIULIN);
        firms.assign(elsewhere, absent.id(), TODAY.minusDays(9));
        Api township = staffing.hireFor(QINGSHUI).api();
        township.post(ACTING, asked(Map.of("unit", LIULIN))).expect(404);
        String acting = township.post(ACTING, asked(Map.of())).expect(201).at("/acting");
        assertThat(all(township.get(ACTING), "id")).contains(acting);
        assertThat(all(staffing.hireFor(LIULIN).api().get(ACTING), "id")).doesNotContain(acting);
        staffing.hireFor(LIULIN)
                .api()
                .post(ACTING + "/" + acting + "/end", Map.of("lastDay", "2026-10-10"))
                .expect(404);
        set("2026-10-10T09:00");
        assertThat(all(stand.api().get("/api/v1/field/portfolio"), "enterprise"))
                .containsExactly(enterprise.toString());
    }

    @Test
    void a_round_tells_who_covered_whom_on_any_day() {
        String round = county.post(
                        "/api/v1/desk/assignment-rounds",
                        Map.of(
                                "county", "371525",
                                "name", "覆盖" + UUID.randomUUID(),
                                "document", "虚构名单",
                                "startsOn", "2026-09-30"))
                .expect(201)
                .at("/round");
        var covered = firms.in(QINGSHUI);
        var left = firms.in(QINGSHUI);
        List<String> ids = List.of(covered, left).stream()
                .map(it -> county.post(
                                "/api/v1/desk/assignment-rounds/" + round + "/assignments",
                                Map.of(
                                        "enterprise",
                                        it,
                                        "staff",
                                        absent.id(),
                                        "kind",
                                        "SERVICE_COMMISSIONER",
                                        "sentBy",
                                        "虚构单位"))
                        .expect(201)
                        .at("/assignment"))
                .toList();
        county.post("/api/v1/desk/assignments/" + ids.get(1) + "/end", Map.of("lastDay", "2026-10-05", "reason", "调整"))
                .expect(204);
        arranged();
        String coverage = "/api/v1/desk/assignment-rounds/" + round + "/coverage";
        var now = county.get(coverage).expect(200);
        assertThat(now.at("/enterprises") + now.at("/covered") + now.at("/acting"))
                .isEqualTo("220");
        var later = county.get(coverage + "?on=2026-10-10").expect(200);
        assertThat(later.at("/enterprises") + later.at("/covered") + later.at("/acting"))
                .isEqualTo("211");
        var missing = county.get(coverage + "?on=2026-10-10&covered=false").expect(200);
        assertThat(missing.at("/lines/items/0/enterprise")).isEqualTo(left.toString());
        staffing.hireFor(QINGSHUI).api().get(coverage).expect(200);
        county.get("/api/v1/desk/assignment-rounds/" + UUID.randomUUID() + "/coverage")
                .expect(404);
    }

    @Test
    void the_hand_over_sheet_holds_what_a_successor_needs() {
        UUID problem = UUID.randomUUID();
        absent.api()
                .put(
                        visit(UUID.randomUUID()),
                        telling(
                                enterprise,
                                Map.of(
                                        "promises", List.of(promise(UUID.randomUUID(), "联系技校", "2026-10-15")),
                                        "problems", List.of(problem(problem, "缺技工")))))
                .expect(201);
        String path = "/api/v1/desk/commissioners/" + absent.id() + "/hand-over";
        var sheet = county.get(path).expect(200);
        assertThat(sheet.at("/items/0/enterprise")).isEqualTo(enterprise.toString());
        assertThat(sheet.at("/items/0/promises/0/what")).isEqualTo("联系技校");
        assertThat(sheet.at("/items/0/visits/0/said")).startsWith("新线");
        assertThat(sheet.at("/items/0/sections/0/key")).isEqualTo("tickets");
        assertThat(sheet.at("/items/0/sections/0/items/0/title")).isEqualTo("缺技工");
        assertThat(staffing.hireFor(LIULIN).api().get(path).expect(200).json().path("items"))
                .isEmpty();
    }
}
