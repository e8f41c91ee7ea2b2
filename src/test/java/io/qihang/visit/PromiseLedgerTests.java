package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.testing.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was promised is kept in sight until it is known whether it was done. */
class PromiseLedgerTests extends VisitPlay {

    private Commissioner commissioner = new Commissioner(new StaffId(new UUID(0, 0)), new Api(""));
    private EnterpriseId enterprise = new EnterpriseId(new UUID(0, 0));

    @BeforeEach
    void a_commissioner_with_an_enterprise() {
        commissioner = commissioner();
        enterprise = firmOf(commissioner);
    }

    private Api.Reply settle(String promise, boolean kept, String on) {
        return commissioner
                .api()
                .once()
                .post("/api/v1/field/promises/" + promise + "/outcome", VisitJourney.outcome(kept, on));
    }

    @Test
    void open_promises_come_by_due_day_over_all_pages() {
        var other = firmOf(commissioner);
        String late = promised(commissioner, enterprise, "协调电力增容", "2026-11-01");
        String soon = promised(commissioner, other, "送用工政策", "2026-10-01");
        String between = promised(commissioner, enterprise, "联系技校", "2026-10-15");
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            var page = commissioner
                    .api()
                    .get("/api/v1/field/promises?limit=1" + (next.isEmpty() ? "" : "&after=" + next))
                    .expect(200);
            found.addAll(all(page, "id"));
            next = page.at("/next");
        } while (!next.isEmpty());
        assertThat(found).containsExactly(soon, between, late);
        assertThat(all(commissioner.api().get("/api/v1/field/promises?enterprise=" + other), "id"))
                .containsExactly(soon);
    }

    @Test
    void the_desk_sees_those_of_its_units_and_tells_the_overdue() {
        String soon = promised(commissioner, enterprise, "送用工政策", "2026-10-01");
        String late = promised(commissioner, enterprise, "联系技校", "2026-10-15");
        set("2026-10-02T09:00");
        var own = staffing.hireFor(QINGSHUI).api();
        var other = staffing.hireFor(LIULIN).api();
        String path = "/api/v1/desk/promises?limit=100";
        assertThat(all(own.get(path), "id")).contains(soon, late);
        assertThat(all(own.get(path + "&overdue=true"), "id")).contains(soon).doesNotContain(late);
        assertThat(all(own.get(path + "&overdue=false"), "id")).contains(late).doesNotContain(soon);
        assertThat(all(own.get(path + "&unit=" + LIULIN), "id")).doesNotContain(soon, late);
        assertThat(all(other.get(path), "id")).doesNotContain(soon, late);
    }

    @Test
    void the_portfolio_tells_the_last_visit_and_what_is_overdue() {
        var never = firmOf(commissioner);
        promised(commissioner, enterprise, "送用工政策", "2026-10-01");
        promised(commissioner, enterprise, "联系技校", "2026-10-15");
        set("2026-10-02T09:00");
        var lines = commissioner
                .api()
                .get("/api/v1/field/portfolio")
                .expect(200)
                .json()
                .path("items");
        assertThat(lines).hasSize(2);
        for (var line : lines) {
            boolean visited = line.path("enterprise").asString("").equals(enterprise.toString());
            assertThat(line.path("lastVisitedOn").asString("")).isEqualTo(visited ? "2026-09-30" : "");
            assertThat(line.path("openPromises").asInt()).isEqualTo(visited ? 2 : 0);
            assertThat(line.path("overduePromises").asInt()).isEqualTo(visited ? 1 : 0);
            assertThat(line.path("unitName").asString("")).isEqualTo("清水镇");
        }
        assertThat(all(commissioner.api().get("/api/v1/field/portfolio"), "enterprise"))
                .contains(never.toString());
    }

    @Test
    void the_next_visit_opens_on_them_with_the_last_three_visits_and_who_was_met() {
        String promise = promised(commissioner, enterprise, "联系技校", "2026-10-15");
        for (int day = 1; day <= 3; day++) {
            commissioner
                    .api()
                    .put(
                            visit(UUID.randomUUID()),
                            telling(
                                    enterprise,
                                    Map.of(
                                            "visitedAt",
                                            "2026-09-0" + day + "T10:00:00+08:00",
                                            "said",
                                            "第" + day + "次",
                                            "people",
                                            List.of(Map.of("name", "虚构厂长" + day, "position", "厂长")))))
                    .expect(201);
        }
        var brief = commissioner
                .api()
                .get("/api/v1/field/enterprises/" + enterprise + "/brief")
                .expect(200);
        assertThat(brief.at("/promises/0/id")).isEqualTo(promise);
        assertThat(brief.json().path("visits").valueStream().map(it -> it.path("on")
                        .asString("")))
                .containsExactly("2026-09-30", "2026-09-03", "2026-09-02");
        assertThat(brief.json().path("people").valueStream().map(it -> it.path("name")
                        .asString("")))
                .containsExactly("虚构经理", "虚构厂长3", "虚构厂长2");
    }

    @Test
    void an_outcome_is_told_once_with_its_day_and_the_enterprise_sees_it() {
        String promise = promised(commissioner, enterprise, "联系技校", "2026-10-15");
        set("2026-10-16T09:00");
        settle(promise, false, "2026-10-16").expect(200);
        assertThat(settle(promise, true, "2026-10-16").expect(200).at("/disputed"))
                .as("told otherwise, which an officer decides")
                .isEqualTo("true");
        assertThat(all(commissioner.api().get("/api/v1/field/promises"), "id")).isEmpty();
        var seen = member(enterprise).get("/api/v1/enterprises/" + enterprise + "/visits");
        assertThat(seen.at("/items/0/promises/0/statusName")).isEqualTo("未兑现");
        assertThat(seen.at("/items/0/promises/0/note")).isEqualTo("技校已来对接。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-29", "2026-10-01"})
    void an_outcome_lies_between_the_visit_and_today(String day) {
        settle(promised(commissioner, enterprise, "联系技校", "2026-10-15"), true, day)
                .expect(400, "PROMISE_SETTLED_DAY");
    }

    @Test
    void a_promise_of_an_office_bears_its_name() {
        UUID clientId = UUID.randomUUID();
        commissioner
                .api()
                .put(
                        visit(clientId),
                        telling(
                                enterprise,
                                Map.of(
                                        "promises",
                                        List.of(Map.of(
                                                "id", UUID.randomUUID(),
                                                "by", "OFFICE",
                                                "office", "县发展和改革局",
                                                "what", "协调电力增容",
                                                "dueOn", "2026-10-31")))))
                .expect(201);
        assertThat(commissioner.api().get(visit(clientId)).at("/promises/0/byName"))
                .isEqualTo("县发展和改革局");
    }
}
