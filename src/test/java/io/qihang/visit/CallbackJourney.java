package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.visit.domain.CountyRules;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Proof without surveillance: the enterprise says whether somebody came, and some are asked by telephone. */
class CallbackJourney extends VisitPlay {

    private static final String PLACE = "371525101";

    @Autowired
    ApplicationContext system;

    private String recorded(Commissioner by) {
        var enterprise = firms.in(PLACE);
        firms.assign(enterprise, by.id(), TODAY);
        return by.api()
                .put(visit(UUID.randomUUID()), telling(enterprise, Map.of()))
                .expect(201)
                .at("/visit");
    }

    @Test
    void the_enterprise_is_asked_in_its_inbox_whether_somebody_came() {
        var by = commissioner();
        var enterprise = firmOf(by);
        Api member = member(enterprise);
        by.api().put(visit(UUID.randomUUID()), telling(enterprise, Map.of())).expect(201);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> member.get("/api/v1/me/inbox").text().contains("来过吗"));
    }

    @Test
    void drawn_visits_are_asked_about_once_and_every_number_has_its_denominator() {
        Api county = staffing.hire(Role.COUNTY_OFFICER).api();
        String numbers = "/api/v1/desk/visit-quality?from=2026-09-30&until=2026-09-30&unit=" + PLACE;
        var before = county.get(numbers).expect(200);
        String came;
        String silent;
        String undrawn;
        try (var all = new CountyRules(system, new RegionCode("371525"), null, 100)) {
            assertThat(all).isNotNull();
            came = recorded(commissioner());
            silent = recorded(commissioner());
        }
        try (var none = new CountyRules(system, new RegionCode("371525"), null, 0)) {
            assertThat(none).isNotNull();
            undrawn = recorded(commissioner());
        }
        var list = county.get("/api/v1/desk/visit-callbacks?limit=100").expect(200);
        assertThat(all(list, "visit")).contains(came, silent).doesNotContain(undrawn);
        String path = "/api/v1/desk/visit-callbacks/";
        county.post(path + came + "/answer", Map.of("reached", true, "came", true))
                .expect(400);
        county.post(path + came + "/answer", Map.of("reached", true, "came", true, "useful", true, "note", "帮着找了技校"))
                .expect(204);
        county.post(path + came + "/answer", Map.of("reached", false)).expect(409, "VISIT_CALLED");
        county.post(path + silent + "/answer", Map.of("reached", false)).expect(204);
        county.post(path + undrawn + "/answer", Map.of("reached", false)).expect(404);
        assertThat(all(county.get("/api/v1/desk/visit-callbacks?called=true&limit=100"), "visit"))
                .contains(came, silent);

        var after = county.get(numbers).expect(200);
        assertThat(more(before, after, "visits")).isEqualTo(3);
        assertThat(more(before, after, "drawn")).isEqualTo(2);
        assertThat(more(before, after, "called")).isEqualTo(2);
        assertThat(more(before, after, "reached")).isEqualTo(1);
        assertThat(more(before, after, "saidCame")).isEqualTo(1);
        assertThat(more(before, after, "saidUseful")).isEqualTo(1);
        staffing.hireFor(PLACE).api().get("/api/v1/desk/visit-callbacks").expect(403);
        staffing.hire(new RegionCode("630100"), Role.COUNTY_OFFICER, null, null)
                .api()
                .post(path + silent + "/answer", Map.of("reached", false))
                .expect(404);
    }

    private static int more(Api.Reply before, Api.Reply after, String field) {
        return after.json().path(field).asInt() - before.json().path(field).asInt();
    }
}
