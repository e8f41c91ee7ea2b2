package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.Phones;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two users: what is another's is not there, and what is not one's job is refused. */
class TicketScopeTests extends TicketPlay {

    private static final List<String> ENTERPRISE_ACTIONS = List.of("confirmation", "rejection", "reopening", "supply");
    private static final Map<String, Map<String, String>> HANDLER_ACTIONS = Map.of(
            "return", Map.of("ground", "not-duty", "reason", "不属本单位。", "office", "rsj"),
            "acceptance", Map.of(),
            "progress", text("已查看。"),
            "reply", text("下周办。"),
            "extension-request", reason("复杂。"),
            "pause", Map.of("reason", "superior", "note", "批复。"),
            "answer", answer("已办。"),
            "suspension-request", reason("办不成。"));
    private static final Map<String, Map<String, String>> LEDGER_ACTIONS = Map.of(
            "dispatch", Map.of("office", OFFICE),
            "suspension", reason("同意。"),
            "suspension-refusal", reason("不同意。"),
            "extension", text("同意。"),
            "extension-refusal", reason("不同意。"),
            "unanswered", reason("无人接听。"),
            "reopening", reason("又出现。"));

    private String ticket = "";
    private String enterprise = "";

    @BeforeEach
    void a_ticket_of_an_enterprise_in_qingshui_at_the_office() {
        var id = firms.in(QINGSHUI);
        enterprise = id.toString();
        ticket = raise(member(id), id);
        officer().post(desk(ticket) + "/dispatch", Map.of("office", OFFICE)).expect(204);
    }

    @Test
    void another_enterprise_finds_nothing() {
        Api other = member(firms.in(QINGSHUI));
        String absent = "/api/v1/tickets/" + UUID.randomUUID();
        String missing = withoutTrace(other.get(absent).expect(404), absent);
        String path = "/api/v1/tickets/" + ticket;
        assertThat(withoutTrace(other.get(path).expect(404), path)).isEqualTo(missing);
        for (String action : ENTERPRISE_ACTIONS) {
            other.once().post(path + "/" + action, body(action)).expect(404);
        }
        other.once()
                .post("/api/v1/enterprises/" + enterprise + "/tickets", power())
                .expect(404);
        assertThat(other.get("/api/v1/enterprises/" + enterprise + "/tickets")
                        .expect(200)
                        .text())
                .isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void a_member_who_only_says_so_finds_nothing() {
        Phones.Person claimed = phones.signIn();
        firms.joinUnconfirmed(io.qihang.enterprise.EnterpriseId.of(enterprise), claimed.id());
        claimed.api().get("/api/v1/tickets/" + ticket).expect(404);
        claimed.api()
                .once()
                .post("/api/v1/enterprises/" + enterprise + "/tickets", power())
                .expect(404);
    }

    @Test
    void a_township_reads_what_its_own_enterprises_ask_and_changes_nothing() {
        Api own = staffing.hireFor(QINGSHUI).api();
        Api other = staffing.hireFor(LIULIN).api();
        assertThat(own.get(desk(ticket)).expect(200).at("/card/id")).isEqualTo(ticket);
        other.get(desk(ticket)).expect(404);
        assertThat(own.get("/api/v1/desk/tickets?limit=100").expect(200).text()).contains(ticket);
        assertThat(other.get("/api/v1/desk/tickets?limit=100").expect(200).text())
                .doesNotContain(ticket);
        String ofEnterprise = "/api/v1/desk/enterprises/" + enterprise + "/tickets";
        assertThat(own.get(ofEnterprise).expect(200).at("/items/0/id")).isEqualTo(ticket);
        assertThat(other.get(ofEnterprise).expect(200).text()).isEqualTo("{\"items\":[],\"next\":null}");
        refused(own, HANDLER_ACTIONS, 403);
        refused(own, LEDGER_ACTIONS, 403);
    }

    @Test
    void a_leader_reads_all_of_the_county_and_changes_nothing() {
        Api leader = staffing.hire(Role.LEADER).api();
        leader.get(desk(ticket)).expect(200);
        refused(leader, HANDLER_ACTIONS, 403);
        refused(leader, LEDGER_ACTIONS, 403);
    }

    @Test
    void another_office_and_the_same_code_in_another_place_find_nothing() {
        Api other = handler("czj");
        Api elsewhere = staffing.hire(new RegionCode("630100"), Role.HANDLER, null, OFFICE)
                .api();
        for (Api api : List.of(other, elsewhere)) {
            api.get(desk(ticket)).expect(404);
            assertThat(api.get("/api/v1/desk/tickets?limit=100").expect(200).text())
                    .doesNotContain(ticket);
            refused(api, HANDLER_ACTIONS, 404);
            refused(api, LEDGER_ACTIONS, 403);
        }
        handler(OFFICE).get(desk(ticket)).expect(200);
    }

    @Test
    void a_county_officer_does_not_answer_for_an_office_nor_beyond_the_county() {
        refused(officer(), HANDLER_ACTIONS, 403);
        Api elsewhere = staffing.hire(new RegionCode("630100"), Role.COUNTY_OFFICER, null, null)
                .api();
        elsewhere.get(desk(ticket)).expect(404);
        refused(elsewhere, LEDGER_ACTIONS, 404);
    }

    @Test
    void an_officer_of_another_office_does_not_keep_the_ledger() {
        Api officer = staffing.hire(COUNTY, Role.COUNTY_OFFICER, null, "czj").api();
        officer.get(desk(ticket)).expect(200);
        officer.post(desk(ticket) + "/dispatch", Map.of("office", OFFICE)).expect(403, "TICKET_LEDGER_OFFICE_ONLY");
    }

    @Test
    void the_administrators_see_no_ticket() {
        for (Role role : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            Api administrator = staffing.hire(role).api();
            administrator.get(desk(ticket)).expect(403);
            administrator.get("/api/v1/desk/tickets").expect(403);
            administrator
                    .get("/api/v1/desk/ticket-ledger?from=2026-09-01&until=2026-09-30")
                    .expect(403);
        }
    }

    @Test
    void a_commissioner_who_does_not_look_after_the_enterprise_raises_nothing_for_it() {
        var former = staffing.hire(Role.COMMISSIONER);
        var id = io.qihang.enterprise.EnterpriseId.of(enterprise);
        firms.assign(id, former.id(), LocalDate.of(2026, 9, 1));
        firms.release(id, LocalDate.of(2026, 9, 29));
        var elsewhere = staffing.hire(new RegionCode("630100"), Role.COMMISSIONER, null, null);
        for (var staff : List.of(former, staffing.hire(Role.COMMISSIONER), elsewhere)) {
            phones.bound(staff)
                    .api()
                    .once()
                    .post("/api/v1/field/enterprises/" + enterprise + "/tickets", power())
                    .expect(404);
        }
    }

    private void refused(Api api, Map<String, Map<String, String>> actions, int status) {
        actions.forEach(
                (action, body) -> api.post(desk(ticket) + "/" + action, body).expect(status));
    }

    private static Map<String, String> body(String action) {
        if (action.equals("supply")) return text("我来。");
        return action.equals("confirmation") ? Map.of() : reason("我来。");
    }

    private static String withoutTrace(Api.Reply reply, String path) {
        return reply.text().replaceAll("\"traceId\":\"[0-9a-f]+\"", "").replace(path, "");
    }
}
