package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.testing.Api;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One commissioner with two phones, or two commissioners with one promise: nothing told is lost, a person decides. */
class TwoPhonesJourney extends VisitPlay {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private Commissioner commissioner = new Commissioner(new StaffId(new UUID(0, 0)), new Api(""));
    private EnterpriseId enterprise = new EnterpriseId(new UUID(0, 0));

    @Autowired
    JdbcClient database;

    @BeforeEach
    void a_commissioner_with_an_enterprise() {
        commissioner = commissioner();
        enterprise = firmOf(commissioner);
    }

    private Map<String, Object> told(UUID device, int revision, int base, String said) {
        return telling(
                enterprise, new TreeMap<>(Map.of("device", device, "revision", revision, "base", base, "said", said)));
    }

    private Api.Reply send(UUID clientId, Map<String, Object> told) {
        return commissioner.api().put(visit(clientId), told);
    }

    private Api.Reply shown(UUID clientId) {
        return commissioner.api().get(visit(clientId)).expect(200);
    }

    @Test
    void what_two_phones_told_differently_is_shown_to_the_author_until_decided() {
        UUID id = UUID.randomUUID();
        send(id, told(ONE, 1, 0, "初稿")).expect(201);
        assertThat(send(id, told(ONE, 2, 1, "甲机改的")).expect(200).at("/disputed"))
                .isEqualTo("false");
        assertThat(send(id, told(OTHER, 2, 1, "乙机改的")).expect(200).at("/disputed"))
                .isEqualTo("true");
        var both = shown(id);
        assertThat(both.at("/disputed")).isEqualTo("true");
        assertThat(both.json().path("versions").valueStream().map(it -> it.path("said")
                        .asString("")))
                .containsExactlyInAnyOrder("甲机改的", "乙机改的");
        assertThat(all(commissioner.api().get("/api/v1/visits"), "disputed")).containsExactly("true");
        String visit = both.at("/id");
        var desk = staffing.hireFor(QINGSHUI)
                .api()
                .get("/api/v1/desk/visits/" + visit)
                .expect(200);
        assertThat(desk.at("/disputed")).isEqualTo("true");
        assertThat(desk.json().path("versions")).isEmpty();

        int latest = Integer.parseInt(both.at("/latest"));
        assertThat(send(id, told(ONE, latest + 1, latest, "两边合起来")).expect(200).at("/disputed"))
                .isEqualTo("false");
        assertThat(shown(id).at("/said")).isEqualTo("两边合起来");
        assertThat(shown(id).json().path("versions")).isEmpty();
    }

    @Test
    void what_builds_on_what_it_read_is_no_dispute() {
        UUID id = UUID.randomUUID();
        send(id, told(ONE, 1, 0, "初稿")).expect(201);
        assertThat(send(id, told(OTHER, 2, 1, "接着写")).expect(200).at("/disputed"))
                .isEqualTo("false");
        assertThat(shown(id).at("/said")).isEqualTo("接着写");
        send(id, told(ONE, 2, 2, "不对")).expect(400, "VISIT_BASE");
    }

    /** Any prefix, repetition and order of the two phones' queues. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_order_of_arrival_does_not_matter(long seed) {
        var random = new Random(seed);
        List<Map<String, Object>> story = List.of(
                told(ONE, 1, 0, "初稿"),
                told(ONE, 2, 1, "甲机二稿"),
                told(OTHER, 2, 1, "乙机二稿"),
                told(ONE, 3, 1, "甲机三稿"),
                told(OTHER, 4, 3, "乙机看过三稿再改"));
        List<Map<String, Object>> sent = new ArrayList<>(story);
        story.stream().filter(it -> random.nextBoolean()).forEach(sent::add);
        Collections.shuffle(sent, random);
        UUID straight = UUID.randomUUID();
        UUID shuffled = UUID.randomUUID();
        story.forEach(it -> assertThat(send(straight, it).status()).isIn(200, 201));
        for (Map<String, Object> it : sent) {
            limits.forget();
            send(UUID.randomUUID(), telling(enterprise, Map.of("said", ""))).expect(400);
            assertThat(send(shuffled, it).status()).isIn(200, 201);
        }
        for (String field : List.of("/said", "/revision", "/latest", "/disputed")) {
            assertThat(shown(shuffled).at(field))
                    .as(field)
                    .isEqualTo(shown(straight).at(field));
        }
        assertThat(shown(shuffled).at("/said")).isEqualTo("乙机看过三稿再改");
        assertThat(shown(shuffled).at("/disputed")).isEqualTo("false");
    }

    @Test
    void a_promise_told_kept_here_and_broken_there_waits_for_an_officer() {
        String promise = promised(commissioner, enterprise, "联系技校", "2026-10-15");
        var second = commissioner();
        firms.release(enterprise, TODAY.minusDays(1));
        firms.assign(enterprise, second.id(), TODAY);
        String outcome = "/api/v1/field/promises/" + promise + "/outcome";
        second.api()
                .once()
                .post(outcome, VisitJourney.outcome(true, "2026-09-30"))
                .expect(200);
        second.api()
                .once()
                .post(outcome, VisitJourney.outcome(true, "2026-09-30"))
                .expect(409, "PROMISE_SETTLED");
        var other = second.api()
                .once()
                .post(outcome, VisitJourney.outcome(false, "2026-09-30"))
                .expect(200);
        assertThat(other.at("/disputed")).isEqualTo("true");

        Api township = staffing.hireFor(QINGSHUI).api();
        assertThat(all(township.get("/api/v1/desk/promises?disputed=true&limit=100"), "id"))
                .contains(promise);
        var full = township.get("/api/v1/desk/promises/" + promise).expect(200);
        assertThat(full.at("/promise/status")).isEqualTo("KEPT");
        assertThat(full.at("/claims/0/kept")).isEqualTo("false");
        String decision = "/api/v1/desk/promises/" + promise + "/decision";
        var decided = Map.of("kept", false, "on", "2026-09-30", "note", "问过企业，没有来");
        staffing.hireFor(LIULIN).api().post(decision, decided).expect(404);
        township.post(decision, decided).expect(204);
        township.post(decision, decided).expect(409, "PROMISE_UNDISPUTED");
        assertThat(township.get("/api/v1/desk/promises/" + promise).at("/promise/status"))
                .isEqualTo("BROKEN");
        staffing.hireFor(LIULIN).api().get("/api/v1/desk/promises/" + promise).expect(404);
    }

    @Test
    void a_promise_becomes_a_ticket_once_and_stays_a_promise() {
        String promise = promised(commissioner, enterprise, "协调电力增容", "2026-10-15");
        String path = "/api/v1/field/promises/" + promise + "/ticket";
        var words = Map.of("category", "labour-energy", "title", "电力增容", "content", "新线要增容 500 千伏安。");
        commissioner().api().once().post(path, words).expect(404);
        var ticket = commissioner.api().once().post(path, words).expect(201);
        commissioner.api().once().post(path, words).expect(409, "PROMISE_HAS_TICKET");
        var open = commissioner.api().get("/api/v1/field/promises").expect(200);
        assertThat(open.at("/items/0/ticketNumber")).isEqualTo(ticket.at("/number"));
        commissioner.api().get("/api/v1/field/tickets/" + ticket.at("/id")).expect(200);
        assertThat(member(enterprise)
                        .get("/api/v1/enterprises/" + enterprise + "/tickets")
                        .text())
                .contains("电力增容");
    }

    @Test
    void a_problem_the_enterprise_has_a_ticket_of_makes_no_other() {
        var first = send(
                        UUID.randomUUID(),
                        telling(enterprise, Map.of("problems", List.of(problem(UUID.randomUUID(), "缺技工")))))
                .expect(201);
        String ticket = first.at("/tickets/0/ticket");
        Map<String, String> known =
                Map.of("id", UUID.randomUUID().toString(), "title", "缺技工", "content", "还是缺。", "ticket", ticket);
        UUID again = UUID.randomUUID();
        var second = send(again, telling(enterprise, Map.of("problems", List.of(known))))
                .expect(201);
        assertThat(second.at("/tickets/0/number")).isEqualTo(first.at("/tickets/0/number"));
        assertThat(all(commissioner.api().get("/api/v1/field/tickets"), "id")).hasSize(1);
        assertThat(send(again, telling(enterprise, Map.of("problems", List.of(known))))
                        .expect(200)
                        .text())
                .isEqualTo(second.text());
        var other = firmOf(commissioner);
        send(UUID.randomUUID(), telling(other, Map.of("problems", List.of(known))))
                .expect(400, "VISIT_TICKET_UNKNOWN");
        Map<String, String> none = Map.of("id", UUID.randomUUID().toString(), "title", "缺技工", "content", "还是缺。");
        send(UUID.randomUUID(), telling(enterprise, Map.of("problems", List.of(none))))
                .expect(400);
    }

    @Test
    void the_ledger_is_filtered_and_exported() {
        String open = promised(commissioner, enterprise, "=联系技校", "2026-10-15");
        String kept = promised(commissioner, enterprise, "送政策", "2026-10-16");
        commissioner
                .api()
                .once()
                .post("/api/v1/field/promises/" + kept + "/outcome", VisitJourney.outcome(true, "2026-09-30"))
                .expect(200);
        Api county = staffing.hire(Role.COUNTY_OFFICER).api();
        String path = "/api/v1/desk/promises?limit=100&enterprise=" + enterprise;
        assertThat(all(county.get(path), "id")).containsExactly(open);
        assertThat(all(county.get(path + "&status=KEPT"), "id")).containsExactly(kept);
        assertThat(all(county.get(path + "&from=2026-10-15&until=2026-10-16"), "id"))
                .containsExactly(open, kept);
        assertThat(all(county.get(path + "&from=2026-10-16&until=2026-10-16"), "id"))
                .containsExactly(kept);
        assertThat(all(county.get(path + "&by=OFFICE"), "id")).isEmpty();
        var sheet = county.get("/api/v1/desk/promise-ledger?from=2026-10-15&until=2026-10-16")
                .expect(200);
        assertThat(sheet.text()).startsWith("PK");
    }

    @Test
    void coverage_and_promises_kept_open_the_lists_behind_them() {
        var never = firmOf(commissioner);
        counts(enterprise);
        counts(never);
        String kept = promised(commissioner, enterprise, "送政策", "2026-09-30");
        promised(commissioner, enterprise, "联系技校", "2026-09-30");
        commissioner
                .api()
                .once()
                .post("/api/v1/field/promises/" + kept + "/outcome", VisitJourney.outcome(true, "2026-09-30"))
                .expect(200);
        Api township = staffing.hireFor(QINGSHUI).api();
        var figures = township.get("/api/v1/desk/field-figures?county=371525").expect(200);
        assertThat(figures.json().path("units")).hasSize(1);
        assertThat(figures.at("/units/0/unit")).isEqualTo(QINGSHUI);
        String members = "/api/v1/desk/field-figures/%s/members?limit=100&unit=" + QINGSHUI;
        for (String key : List.of("visit.in_charge", "visit.covered", "promise.due", "promise.kept")) {
            int count = figures.json().path("units").path(0).path(field(key)).asInt();
            assertThat(rows(township, members.formatted(key))).as(key).hasSize(count);
        }
        assertThat(rows(township, members.formatted("visit.covered"))).contains(enterprise.toString());
        assertThat(rows(township, members.formatted("visit.covered") + "&missing=true"))
                .contains(never.toString());
        assertThat(rows(township, members.formatted("promise.kept"))).contains(kept);
        township.get("/api/v1/desk/field-figures/visit.covered/members?unit=" + LIULIN)
                .expect(404);
        township.get(members.formatted("nothing.at_all")).expect(404);
        assertThat(township.get("/api/v1/desk/field-figures?county=371525&asOf=2026-08-31")
                        .at("/asOf"))
                .isEqualTo("2026-08-31");
    }

    /** The plan keeps its tallies by what was registered. */
    @AfterEach
    void they_count_no_more() {
        database.sql("delete from enterprise_place where recorded_by = enterprise_id")
                .update();
    }

    /** An enterprise counts for the unit it registered in, which enterprises made for tests do not go through. */
    private void counts(EnterpriseId firm) {
        database.sql("""
                        insert into enterprise_place (id, region_code, enterprise_id, kind, unit_code, effective_from,
                            recorded_at, recorded_by, reason, applied)
                        values (uuidv7(), '371525', :firm, 'COUNTING', :unit, '2026-09-01', now(), :firm, '', true)
                        """).param("firm", firm.value()).param("unit", QINGSHUI).update();
    }

    private static List<String> rows(Api api, String path) {
        List<String> rows = new ArrayList<>();
        String next = "";
        do {
            var page = api.get(path + (next.isEmpty() ? "" : "&after=" + next)).expect(200);
            rows.addAll(all(page, "id"));
            next = page.at("/next");
        } while (!next.isEmpty());
        return rows;
    }

    private static String field(String key) {
        return switch (key) {
            case "visit.in_charge" -> "inCharge";
            case "visit.covered" -> "covered";
            case "promise.due" -> "due";
            default -> "kept";
        };
    }
}
