package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.agenda.domain.TaskSweep;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.testing.Api;
import io.qihang.testing.SqlCount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Tasks and the brief: what opens by itself, closes by itself, and what is known before the door. */
class FieldTaskJourney extends VisitPlay {

    @Autowired
    TaskSweep sweep;

    @Autowired
    SqlCount sql;

    private Commissioner commissioner = new Commissioner(new StaffId(new UUID(0, 0)), new Api(""));
    private EnterpriseId enterprise = new EnterpriseId(new UUID(0, 0));

    @BeforeEach
    void a_commissioner_with_an_enterprise() {
        commissioner = commissioner();
        enterprise = firmOf(commissioner);
    }

    private List<String> rules() {
        return all(commissioner.api().get("/api/v1/field/tasks").expect(200), "rule");
    }

    /** Another sweep may just have the turn of a rule. */
    private void swept(String... rules) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            sweep.run();
            assertThat(rules()).containsExactly(rules);
        });
    }

    @Test
    void an_enterprise_nobody_visited_for_sixty_days_is_a_task_until_somebody_does() {
        set("2026-10-30T09:00");
        sweep.run();
        assertThat(rules()).isEmpty();
        set("2026-10-31T09:00");
        swept("silent");
        commissioner
                .api()
                .put(visit(UUID.randomUUID()), telling(enterprise, Map.of("visitedAt", "2026-10-31T08:00:00+08:00")))
                .expect(201);
        await().atMost(Duration.ofSeconds(20)).until(() -> rules().isEmpty());
    }

    @Test
    void a_promise_is_a_task_when_its_day_comes_until_its_outcome_is_known() {
        String promise = promised(commissioner, enterprise, "联系技校", "2026-10-15");
        set("2026-10-12T09:00");
        swept("promise-due");
        commissioner
                .api()
                .once()
                .post("/api/v1/field/promises/" + promise + "/outcome", VisitJourney.outcome(true, "2026-10-12"))
                .expect(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> rules().isEmpty());
    }

    @Test
    void the_desk_sees_the_tasks_of_its_units() {
        set("2026-11-02T09:00");
        swept("silent");
        String path = "/api/v1/desk/tasks?rule=silent&limit=100";
        assertThat(all(staffing.hireFor(QINGSHUI).api().get(path), "enterprise"))
                .contains(enterprise.toString());
        assertThat(all(staffing.hireFor(LIULIN).api().get(path), "enterprise")).doesNotContain(enterprise.toString());
    }

    @Test
    void what_was_taken_off_is_seen_with_the_reason_and_who_by_the_commissioner_and_the_desk() {
        set("2026-11-02T09:00");
        sweep.run();
        Api phone = commissioner.api();
        String task = phone.get("/api/v1/field/tasks").expect(200).at("/items/0/id");
        assertThat(dismissed(phone, "/api/v1/field/tasks")).isEmpty();
        phone.once()
                .post("/api/v1/field/tasks/" + task + "/dismissal", Map.of("reason", "厂房装修（虚构），停产到年底"))
                .expect(204);

        Api county = staffing.hire(Role.COUNTY_OFFICER).api();
        Api township = staffing.hireFor(QINGSHUI).api();
        for (Api it : List.of(county, township)) {
            var line = dismissed(it, "/api/v1/desk/tasks").get(0);
            assertThat(line.path("id").asString()).isEqualTo(task);
            assertThat(line.path("dismissal").path("reason").asString()).isEqualTo("厂房装修（虚构），停产到年底");
            assertThat(line.path("dismissal").path("by").asString()).isNotEmpty();
            assertThat(line.path("dismissal").path("at").asString()).startsWith("2026-11-02T");
        }
        assertThat(dismissed(phone, "/api/v1/field/tasks")).hasSize(1);
        assertThat(dismissed(staffing.hireFor(LIULIN).api(), "/api/v1/desk/tasks"))
                .isEmpty();
        assertThat(all(county.get("/api/v1/desk/tasks?limit=100"), "id")).doesNotContain(task);
        assertThat(sql.of(county, it -> it.get("/api/v1/desk/tasks?dismissed=true&limit=100")))
                .hasSizeBetween(1, 2);
    }

    /** What was taken off about the enterprise. */
    private List<JsonNode> dismissed(Api reader, String path) {
        return reader.get(path + "?dismissed=true&limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("enterprise").asString().equals(enterprise.toString()))
                .toList();
    }

    @Test
    void the_brief_holds_what_the_businesses_know_in_seven_statements() {
        commissioner
                .api()
                .put(
                        visit(UUID.randomUUID()),
                        telling(enterprise, Map.of("problems", List.of(problem(UUID.randomUUID(), "缺技工")))))
                .expect(201);
        String path = "/api/v1/field/enterprises/" + enterprise + "/brief";
        var brief = commissioner.api().get(path).expect(200);
        assertThat(all(commissioner.api().get(path), "none")).isEmpty();
        assertThat(brief.json().path("sections").valueStream().map(it -> it.path("key")
                        .asString("")))
                .containsExactly("tickets", "policy-unread", "certificate-expiring");
        assertThat(brief.at("/sections/0/items/0/title")).isEqualTo("缺技工");
        assertThat(sql.of(commissioner.api(), it -> it.get(path))).hasSizeLessThanOrEqualTo(7);
        Api township = staffing.hireFor(QINGSHUI).api();
        assertThat(township.get("/api/v1/desk/enterprises/" + enterprise + "/brief")
                        .expect(200)
                        .at("/people/0/name"))
                .isEqualTo("虚构经理");
        staffing.hireFor(LIULIN)
                .api()
                .get("/api/v1/desk/enterprises/" + enterprise + "/brief")
                .expect(404);
    }
}
