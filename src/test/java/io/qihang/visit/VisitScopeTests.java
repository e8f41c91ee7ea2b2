package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two users: what is another's is not there. */
class VisitScopeTests extends VisitPlay {

    private final UUID clientId = UUID.randomUUID();
    private Commissioner author = new Commissioner(new StaffId(clientId), new Api(""));
    private EnterpriseId enterprise = new EnterpriseId(clientId);
    private String visit = "";
    private String promise = "";

    @BeforeEach
    void a_visit_with_a_promise() {
        author = commissioner();
        enterprise = firmOf(author);
        visit = author.api()
                .put(
                        visit(clientId),
                        telling(
                                enterprise,
                                Map.of("promises", List.of(promise(UUID.randomUUID(), "联系技校", "2026-10-15")))))
                .expect(201)
                .at("/visit");
        promise = author.api().get(visit(clientId)).expect(200).at("/promises/0/id");
    }

    private String brief() {
        return "/api/v1/field/enterprises/" + enterprise + "/brief";
    }

    private String outcome() {
        return "/api/v1/field/promises/" + promise + "/outcome";
    }

    private String promises() {
        return "/api/v1/desk/enterprises/" + enterprise + "/promises";
    }

    @Test
    void another_commissioner_finds_nothing_and_the_same_client_id_is_another_visit() {
        var other = commissioner();
        other.api().get(visit(clientId)).expect(404);
        other.api().get(brief()).expect(404);
        other.api()
                .once()
                .post(outcome(), VisitJourney.outcome(true, "2026-09-30"))
                .expect(404);
        other.api().put(visit(clientId), telling(enterprise, Map.of())).expect(404);
        assertThat(all(other.api().get("/api/v1/visits"), "id")).isEmpty();
        assertThat(all(other.api().get("/api/v1/field/portfolio"), "enterprise"))
                .isEmpty();
        assertThat(all(other.api().get("/api/v1/field/promises"), "id")).isEmpty();

        String own = other.api()
                .put(visit(clientId), telling(firmOf(other), Map.of()))
                .expect(201)
                .at("/visit");
        assertThat(own).isNotEqualTo(visit);
        assertThat(author.api().get(visit(clientId)).expect(200).at("/id")).isEqualTo(visit);
    }

    @Test
    void who_handed_the_enterprise_over_sends_what_was_before_and_sees_no_more_of_it() {
        firms.release(enterprise, TODAY.minusDays(1));
        var successor = commissioner();
        firms.assign(enterprise, successor.id(), TODAY);

        author.api()
                .put(visit(UUID.randomUUID()), telling(enterprise, Map.of("visitedAt", "2026-09-29T10:00:00+08:00")))
                .expect(201);
        author.api()
                .put(visit(UUID.randomUUID()), telling(enterprise, Map.of()))
                .expect(404);
        author.api().get(brief()).expect(404);
        author.api()
                .once()
                .post(outcome(), VisitJourney.outcome(true, "2026-09-30"))
                .expect(404);
        assertThat(all(author.api().get("/api/v1/field/promises"), "id")).isEmpty();

        assertThat(all(successor.api().get("/api/v1/field/promises"), "id")).containsExactly(promise);
        assertThat(successor.api().get(brief()).expect(200).at("/promises/0/id"))
                .isEqualTo(promise);
        successor
                .api()
                .put(visit(UUID.randomUUID()), telling(enterprise, Map.of("visitedAt", "2026-09-29T10:00:00+08:00")))
                .expect(404);
        successor
                .api()
                .once()
                .post(outcome(), VisitJourney.outcome(false, "2026-09-30"))
                .expect(200);
        assertThat(all(successor.api().get("/api/v1/field/promises"), "id")).isEmpty();
    }

    @Test
    void a_township_sees_its_own_units_visits_and_the_county_and_leaders_all() {
        for (Api within : List.of(
                staffing.hireFor(QINGSHUI).api(),
                staffing.hire(Role.COUNTY_OFFICER).api(),
                staffing.hire(Role.LEADER).api())) {
            var seen = within.get("/api/v1/desk/visits/" + visit).expect(200);
            assertThat(seen.at("/said")).isEqualTo("新线月底投产，缺技工二十名。");
            assertThat(seen.text()).doesNotContain(clientId.toString());
            assertThat(all(within.get("/api/v1/desk/visits?enterprise=" + enterprise), "id"))
                    .containsExactly(visit);
            assertThat(all(within.get(promises()), "id")).containsExactly(promise);
        }
        for (Api beyond : List.of(
                staffing.hireFor(LIULIN).api(),
                staffing.hire(new RegionCode("630100"), Role.COUNTY_OFFICER, null, null)
                        .api())) {
            beyond.get("/api/v1/desk/visits/" + visit).expect(404);
            assertThat(all(beyond.get("/api/v1/desk/visits?enterprise=" + enterprise), "id"))
                    .isEmpty();
            assertThat(all(beyond.get(promises()), "id")).isEmpty();
        }
    }

    @Test
    void another_enterprise_and_a_member_who_only_says_so_see_and_say_nothing() {
        var other = member(firms.in(QINGSHUI));
        var claimed = phones.signIn();
        firms.joinUnconfirmed(enterprise, claimed.id());
        for (Api api : List.of(other, claimed.api())) {
            assertThat(all(api.get("/api/v1/enterprises/" + enterprise + "/visits"), "id"))
                    .isEmpty();
            api.once()
                    .post(
                            "/api/v1/enterprises/" + enterprise + "/visits/" + visit + "/echo",
                            Map.of("came", true, "useful", true))
                    .expect(404);
        }
        var own = firms.in(QINGSHUI);
        member(own)
                .once()
                .post("/api/v1/enterprises/" + own + "/visits/" + visit + "/echo", Map.of("came", false))
                .expect(404);
    }
}
