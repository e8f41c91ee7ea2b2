package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.visit.domain.CountyRules;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 无事不扰: departments plan, go together, keep to a cap where there is one, and the enterprise may put a visit off. */
class VisitPlanJourney extends VisitPlay {

    private static final RegionCode COUNTY = new RegionCode("371525");

    @Autowired
    ApplicationContext system;

    private Commissioner commissioner = new Commissioner(new StaffId(new UUID(0, 0)), new Api(""));
    private EnterpriseId enterprise = new EnterpriseId(new UUID(0, 0));
    private Api bureau = new Api("");
    private Api department = new Api("");

    @BeforeEach
    void two_departments_and_a_commissioner() {
        commissioner = commissioner();
        enterprise = firmOf(commissioner);
        bureau = staffing.hire(Role.COUNTY_OFFICER).api();
        department = staffing.hire(COUNTY, Role.HANDLER, null, "fgj").api();
    }

    private Map<String, Object> asked(String on, Map<String, ?> more) {
        Map<String, Object> asked = new TreeMap<>(Map.of("enterprise", enterprise, "on", on, "purpose", "了解生产情况"));
        asked.putAll(more);
        return asked;
    }

    private Api.Reply plan(Api by, String on, Map<String, ?> more) {
        return by.post("/api/v1/desk/visit-plans", asked(on, more));
    }

    @Test
    void a_visit_near_anothers_is_proposed_to_be_made_together() {
        String first = plan(bureau, "2026-10-12", Map.of()).expect(201).at("/plan");
        var second = plan(department, "2026-10-15", Map.of()).expect(201);
        assertThat(second.at("/near/0/plan")).isEqualTo(first);
        assertThat(second.at("/near/0/department")).isEqualTo("县局");
        department
                .post("/api/v1/desk/visit-plans/" + second.at("/plan") + "/cancellation", "")
                .expect(204);
        var joint = plan(department, "2026-10-15", Map.of("jointWith", first)).expect(201);
        assertThat(joint.at("/on")).isEqualTo("2026-10-12");
        var calendar = bureau.get("/api/v1/desk/visit-plans?limit=100").expect(200);
        assertThat(all(calendar, "enterprise")).contains(enterprise.toString());
        assertThat(all(department.get("/api/v1/desk/visit-plans?limit=100"), "id"))
                .contains(joint.at("/plan"))
                .doesNotContain(first);
        assertThat(all(commissioner.api().get("/api/v1/field/visit-plans"), "department"))
                .contains("县局");
        assertThat(all(staffing.hireFor(LIULIN).api().get("/api/v1/desk/visit-plans?limit=100"), "enterprise"))
                .doesNotContain(enterprise.toString());
    }

    @Test
    void a_cap_over_all_departments_is_kept_where_the_county_has_one() {
        try (var rules = new CountyRules(system, COUNTY, 2, 0)) {
            assertThat(rules).isNotNull();
            plan(bureau, "2026-10-12", Map.of()).expect(201);
            commissioner
                    .api()
                    .once()
                    .post("/api/v1/field/visit-plans", asked("2026-10-20", Map.of()))
                    .expect(201);
            var refused = plan(department, "2026-10-22", Map.of()).expect(409, "VISIT_CAP");
            assertThat(refused.at("/detail")).contains("2 天", "服务专员", "2026-10-20");
            plan(department, "2026-10-20", Map.of()).expect(201);
            plan(department, "2026-11-02", Map.of()).expect(201);
        }
    }

    @Test
    void without_a_cap_nothing_is_refused() {
        for (int day = 10; day < 20; day++)
            plan(bureau, "2026-10-" + day, Map.of()).expect(201);
    }

    @Test
    void the_enterprise_puts_it_off_and_all_planners_are_told() {
        Api member = member(enterprise);
        String first = plan(bureau, "2026-10-12", Map.of()).expect(201).at("/plan");
        commissioner
                .api()
                .once()
                .post("/api/v1/field/visit-plans", asked("2026-10-12", Map.of("jointWith", first)))
                .expect(201);
        String coming = "/api/v1/enterprises/" + enterprise + "/visit-plans";
        assertThat(all(member.get(coming).expect(200), "department")).contains("县局", "服务专员");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> member.get("/api/v1/me/inbox").text().contains("打算10月12日来访"));
        String path = coming + "/" + first + "/postponement";
        member.post(path, Map.of("to", "2026-10-12", "note", "盘库")).expect(400, "VISIT_PLAN_POSTPONED");
        member.post(path, Map.of("to", "2026-12-12", "note", "盘库")).expect(400, "VISIT_PLAN_POSTPONED");
        member(firms.in(LIULIN))
                .post(path, Map.of("to", "2026-10-20", "note", "盘库"))
                .expect(404);
        member.post(path, Map.of("to", "2026-10-20", "note", "月底盘库")).expect(204);
        assertThat(all(member.get(coming), "on")).containsOnly("2026-10-20");
        assertThat(member(enterprise).get(coming).text()).contains("2026-10-12").doesNotContain("月底盘库");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> commissioner.api().get("/api/v1/me/inbox").text().contains("把走访改到10月20日"));
        assertThat(bureau.get("/api/v1/desk/visit-plans?from=2026-10-20&limit=100")
                        .text())
                .contains("月底盘库");
    }

    @Test
    void only_who_planned_it_takes_it_back_and_not_when_it_is_over() {
        String id = plan(bureau, "2026-10-12", Map.of()).expect(201).at("/plan");
        String path = "/api/v1/desk/visit-plans/" + id + "/cancellation";
        department.post(path, "").expect(404);
        bureau.post(path, "").expect(204);
        bureau.post(path, "").expect(409, "VISIT_PLAN_OVER");
        plan(bureau, "2026-09-29", Map.of()).expect(400, "VISIT_PLAN_DAY");
        plan(department, "2026-10-12", Map.of("jointWith", id)).expect(409, "VISIT_PLAN_OVER");
    }

    @Test
    void a_department_names_the_enterprise_by_its_code_and_nobody_reaches_another_county() {
        String uscc =
                bureau.get("/api/v1/desk/enterprises/" + enterprise).expect(200).at("/details/uscc");
        department
                .post("/api/v1/desk/visit-plans", Map.of("uscc", uscc, "on", "2026-10-12", "purpose", "核实用能"))
                .expect(201);
        department
                .post(
                        "/api/v1/desk/visit-plans",
                        Map.of("uscc", "91371525MA00000000", "on", "2026-10-12", "purpose", "核实"))
                .expect(400, "VISIT_PLAN_ENTERPRISE");
        staffing.hire(new RegionCode("630100"), Role.HANDLER, null, "gxj")
                .api()
                .post("/api/v1/desk/visit-plans", asked("2026-10-12", Map.of()))
                .expect(404);
        staffing.hireFor(LIULIN)
                .api()
                .post("/api/v1/desk/visit-plans", asked("2026-10-12", Map.of()))
                .expect(404);
        commissioner()
                .api()
                .once()
                .post("/api/v1/field/visit-plans", asked("2026-10-12", Map.of()))
                .expect(404);
    }
}
