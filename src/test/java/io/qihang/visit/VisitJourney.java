package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Api;
import io.qihang.testing.SqlCount;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A commissioner visits, the record comes from the phone as often as it likes, and the enterprise says it was so. */
class VisitJourney extends VisitPlay {

    @Autowired
    JdbcClient database;

    @Autowired
    SqlCount sql;

    private Commissioner commissioner = new Commissioner(new io.qihang.identity.StaffId(new UUID(0, 0)), new Api(""));
    private EnterpriseId enterprise = new EnterpriseId(new UUID(0, 0));
    private final UUID clientId = UUID.randomUUID();

    @BeforeEach
    void a_commissioner_with_an_enterprise() {
        commissioner = commissioner();
        enterprise = firmOf(commissioner);
    }

    private Api.Reply put(Map<String, ?> more) {
        return commissioner.api().put(visit(clientId), telling(enterprise, more));
    }

    private Api.Reply shown() {
        return commissioner.api().get(visit(clientId)).expect(200);
    }

    @Test
    void a_visit_with_a_promise_and_a_problem_is_kept_and_the_problem_is_a_ticket() {
        UUID promise = UUID.randomUUID();
        UUID problem = UUID.randomUUID();
        var first = put(Map.of(
                        "promises", List.of(promise(promise, "联系技校", "2026-10-15")),
                        "problems", List.of(problem(problem, "缺技工"))))
                .expect(201);
        assertThat(first.header("Location")).isEqualTo(visit(clientId));
        assertThat(first.at("/tickets/0/clientId")).isEqualTo(problem.toString());

        var seen = shown();
        assertThat(seen.at("/people/0/name")).isEqualTo("虚构经理");
        assertThat(seen.at("/promises/0/clientId")).isEqualTo(promise.toString());
        assertThat(seen.at("/promises/0/byName")).isEqualTo("专员");
        assertThat(seen.at("/visitedAt")).isEqualTo("2026-09-30T10:00:00+08:00");
        assertThat(seen.at("/receivedAt")).startsWith("2026-09-30T17:00:0");
        assertThat(seen.at("/tickets/0/number")).isEqualTo(first.at("/tickets/0/number"));
        var ticket = commissioner
                .api()
                .get("/api/v1/field/tickets/" + first.at("/tickets/0/ticket"))
                .expect(200);
        assertThat(ticket.text()).contains("缺技工", "走访日期 2026-09-30");
        var card = commissioner
                .api()
                .get("/api/v1/visits?enterprise=" + enterprise)
                .expect(200);
        assertThat(card.at("/items/0/clientId")).isEqualTo(clientId.toString());
        assertThat(card.at("/items/0/openPromises") + card.at("/items/0/tickets"))
                .isEqualTo("11");
    }

    @Test
    void the_same_telling_again_has_the_same_answer_and_no_second_effect() {
        var content = Map.of(
                "promises", List.of(promise(UUID.randomUUID(), "联系技校", "2026-10-15")),
                "problems", List.of(problem(UUID.randomUUID(), "缺技工")));
        String first = put(content).expect(201).text();
        assertThat(put(content).expect(200).text()).isEqualTo(first);
        set("2026-12-15T09:00");
        assertThat(put(content).expect(200).text()).isEqualTo(first);
        assertThat(shown().json().path("promises")).hasSize(1);
        assertThat(all(commissioner.api().get("/api/v1/field/tickets"), "id")).hasSize(1);
    }

    @Nested
    class A_changed_telling {

        private final UUID kept = UUID.randomUUID();
        private final UUID dropped = UUID.randomUUID();
        private final UUID problem = UUID.randomUUID();

        @BeforeEach
        void after_the_first() {
            put(Map.of(
                            "promises",
                                    List.of(promise(kept, "联系技校", "2026-10-15"), promise(dropped, "送政策", "2026-10-20")),
                            "problems", List.of(problem(problem, "缺技工"))))
                    .expect(201);
        }

        private Map<String, Object> second() {
            return Map.of(
                    "revision",
                    2,
                    "said",
                    "更正：缺技工三十名。",
                    "promises",
                    List.of(promise(kept, "联系两所技校", "2026-10-16")),
                    "problems",
                    List.of(problem(problem, "缺技工"), problem(UUID.randomUUID(), "电价")));
        }

        @Test
        void takes_its_place_and_raises_only_the_new_problem() {
            var answer = put(second()).expect(200);
            assertThat(answer.json().path("tickets")).hasSize(2);
            var seen = shown();
            assertThat(seen.at("/said")).isEqualTo("更正：缺技工三十名。");
            assertThat(seen.json().path("promises")).hasSize(1);
            assertThat(seen.at("/promises/0/what")).isEqualTo("联系两所技校");
            assertThat(seen.at("/revision")).isEqualTo("2");
        }

        @Test
        void an_older_one_that_comes_late_changes_nothing() {
            put(second()).expect(200);
            put(Map.of("promises", List.of(promise(dropped, "送政策", "2026-10-20"))))
                    .expect(200);
            assertThat(shown().at("/said")).isEqualTo("更正：缺技工三十名。");
        }

        @Test
        void is_refused_after_the_time_for_changes() {
            set("2026-10-01T17:01");
            put(second()).expect(409, "VISIT_CLOSED");
            put(Map.of("problems", List.of(problem(UUID.randomUUID(), "电价")))).expect(409);
            assertThat(shown().at("/said")).isEqualTo("新线月底投产，缺技工二十名。");
        }

        @Test
        void under_the_same_revision_is_refused() {
            put(Map.of("said", "另一台手机上写的")).expect(409, "VISIT_REVISION_TAKEN");
        }

        @Test
        void does_not_move_to_another_enterprise() {
            commissioner
                    .api()
                    .put(visit(clientId), telling(firmOf(commissioner), Map.of("revision", 2)))
                    .expect(409, "VISIT_OF_ANOTHER_ENTERPRISE");
        }

        @Test
        void leaves_a_promise_whose_outcome_is_known() {
            String promise = shown().at("/promises/1/id");
            commissioner
                    .api()
                    .once()
                    .post("/api/v1/field/promises/" + promise + "/outcome", outcome(true, "2026-09-30"))
                    .expect(200);
            put(second()).expect(200);
            assertThat(shown().json().path("promises")).hasSize(2);
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(Map.of("visitedAt", "2026-09-30T17:11:00+08:00"), 400, "VISIT_IN_FUTURE"),
                Arguments.of(Map.of("visitedAt", "2026-07-31T10:00:00+08:00"), 400, "VISIT_TOO_OLD"),
                Arguments.of(Map.of("visitedAt", "2026-08-31T10:00:00+08:00"), 404, "NOT_FOUND"),
                Arguments.of(Map.of("place", Map.of("latitude", 36.48, "longitude", 115.44)), 400, "VISIT_PLACE_OFF"),
                Arguments.of(
                        Map.of("promises", List.of(promise(new UUID(1, 1), "联系技校", "2026-09-29"))),
                        400,
                        "VISIT_PROMISE_DUE"),
                Arguments.of(
                        Map.of(
                                "problems",
                                List.of(Map.of(
                                        "id", new UUID(1, 1), "category", "nothing", "title", "题", "content", "文"))),
                        400,
                        "TICKET_CATEGORY_UNKNOWN"),
                Arguments.of(
                        Map.of("problems", List.of(problem(new UUID(1, 1), "缺技工"), problem(new UUID(1, 1), "缺技工"))),
                        400,
                        "INVALID_FIELDS"),
                Arguments.of(
                        Map.of(
                                "promises",
                                List.of(Map.of(
                                        "id", new UUID(1, 1), "by", "OFFICE", "what", "办证", "dueOn", "2026-10-10"))),
                        400,
                        "INVALID_FIELDS"),
                Arguments.of(Map.of("said", " "), 400, "INVALID_FIELDS"),
                Arguments.of(Map.of("revision", 0), 400, "INVALID_FIELDS"),
                Arguments.of(Map.of("photos", List.of()), 400, "UNKNOWN_FIELD"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_cannot_be_is_refused_and_leaves_nothing(Map<String, ?> more, int status, String code) {
        put(more).expect(status, code);
        commissioner.api().get(visit(clientId)).expect(404);
        assertThat(all(commissioner.api().get("/api/v1/field/tickets"), "id")).isEmpty();
    }

    @Test
    void a_phone_whose_clock_is_a_little_fast_is_believed() {
        put(Map.of("visitedAt", "2026-09-30T17:09:00+08:00")).expect(201);
    }

    @Test
    void a_malformed_client_id_is_refused() {
        commissioner
                .api()
                .put("/api/v1/visits/1", telling(enterprise, Map.of()))
                .expect(400);
    }

    @Test
    void who_was_met_is_sealed_and_nowhere_else() {
        put(Map.of()).expect(201);
        assertThat(database.sql("select people from visit where client_id = :id")
                        .param("id", clientId)
                        .query(String.class)
                        .single())
                .startsWith("v1.");
        assertThat(database.sql("select count(*) from audit_event where summary like '%虚构经理%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Nested
    class The_enterprise {

        private Api member = new Api("");
        private String visit = "";

        @BeforeEach
        void was_visited() {
            member = member(enterprise);
            visit = put(Map.of("promises", List.of(promise(UUID.randomUUID(), "联系技校", "2026-10-15"))))
                    .expect(201)
                    .at("/visit");
        }

        private String echo() {
            return "/api/v1/enterprises/" + enterprise + "/visits/" + visit + "/echo";
        }

        @Test
        void sees_who_came_when_and_what_was_promised_but_not_the_notes() {
            var seen =
                    member.get("/api/v1/enterprises/" + enterprise + "/visits").expect(200);
            assertThat(seen.at("/items/0/kindName")).isEqualTo("实地");
            assertThat(seen.at("/items/0/commissioner")).startsWith("虚构人员");
            assertThat(seen.at("/items/0/promises/0/what")).isEqualTo("联系技校");
            assertThat(seen.text()).doesNotContain("缺技工", "虚构经理", clientId.toString());
        }

        @Test
        void says_once_that_somebody_came_and_it_was_useful() {
            Api once = member.once();
            var yes = Map.of("came", true, "useful", true);
            once.post(echo(), yes).expect(200);
            once.post(echo(), yes).expect(200);
            member.once().post(echo(), Map.of("came", false)).expect(409, "VISIT_ECHO_GIVEN");
            member(enterprise).once().post(echo(), yes).expect(409, "VISIT_ECHO_GIVEN");
            assertThat(shown().at("/echo/useful")).isEqualTo("true");
        }

        @Test
        void says_of_usefulness_only_what_fits() {
            member.once().post(echo(), Map.of("came", true)).expect(400);
            member.once().post(echo(), Map.of("came", false, "useful", true)).expect(400);
            member.once().post(echo(), Map.of("came", false)).expect(200);
            assertThat(shown().at("/echo/came")).isEqualTo("false");
        }
    }

    static Map<String, Object> outcome(boolean kept, String on) {
        return Map.of("kept", kept, "on", on, "note", "技校已来对接。");
    }

    @Test
    void reading_costs_at_most_two_statements_and_a_brief_seven() {
        String visit = put(Map.of()).expect(201).at("/visit");
        Api member = member(enterprise);
        Api officer = staffing.hire(io.qihang.access.Role.COUNTY_OFFICER).api();
        for (var it : Map.of(
                        visit(clientId),
                        commissioner.api(),
                        "/api/v1/visits",
                        commissioner.api(),
                        "/api/v1/field/portfolio",
                        commissioner.api(),
                        "/api/v1/field/promises",
                        commissioner.api(),
                        "/api/v1/enterprises/" + enterprise + "/visits",
                        member,
                        "/api/v1/desk/visits",
                        officer,
                        "/api/v1/desk/visits/" + visit,
                        officer,
                        "/api/v1/desk/enterprises/" + enterprise + "/promises",
                        officer)
                .entrySet()) {
            it.getValue().get(it.getKey()).expect(200);
            assertThat(sql.of(it.getValue(), api -> api.get(it.getKey())))
                    .as(it.getKey())
                    .hasSizeBetween(1, 2);
        }
        String brief = "/api/v1/field/enterprises/" + enterprise + "/brief";
        assertThat(sql.of(commissioner.api(), api -> api.get(brief))).hasSizeBetween(3, 7);
    }
}
