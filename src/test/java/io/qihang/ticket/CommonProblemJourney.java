package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.Superuser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same problem of several enterprises: seen before one more is submitted, joined, put together, answered once. */
class CommonProblemJourney extends TicketPlay {

    private static final String PROBLEMS = "/api/v1/desk/common-problems";
    private static final String ELSEWHERE = "rsj";

    @Autowired
    JdbcClient sql;

    @Autowired
    Superuser superuser;

    @Test
    void before_it_submits_an_enterprise_sees_its_own_and_may_add_to_it() {
        var enterprise = firms.in(LIULIN);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise, "变压器容量不够");
        String other = raise(member, enterprise, "招不到焊工");

        var found = member.get(similar(enterprise, "变压器容量不足")).expect(200);
        assertThat(found.at("/own/0/id")).as("the most alike first").isEqualTo(ticket);
        assertThat(found.text()).contains(other);
        assertThat(member.get("/api/v1/enterprises/" + enterprise + "/similar-tickets?category=other&title=修路")
                        .expect(200)
                        .json()
                        .path("own"))
                .isEmpty();
        member(firms.in(LIULIN)).get(similar(enterprise, "变压器容量不足")).expect(404);

        member.once()
                .post("/api/v1/tickets/" + ticket + "/supplement", text("又烧坏一台电机。"))
                .expect(200);
        member.once()
                .post("/api/v1/tickets/" + ticket + "/supplement", Map.of("text", " "))
                .expect(400, "INVALID_FIELDS");
        member(firms.in(LIULIN))
                .once()
                .post("/api/v1/tickets/" + ticket + "/supplement", text("不是我的。"))
                .expect(404);
        assertThat(hops(member.get("/api/v1/tickets/" + ticket).expect(200), "text"))
                .contains("又烧坏一台电机。");
    }

    @Test
    void of_others_nearby_it_sees_only_how_many_and_below_three_nothing() {
        var enterprise = firms.in("371525107");
        Api member = member(enterprise);
        String title = "蒸汽管网压力" + UUID.randomUUID();
        for (int others = 0; others < 4; others++) {
            var found = member.get(similar(enterprise, title)).expect(200);
            assertThat(found.json().path("nearby").asInt()).isEqualTo(others < 3 ? 0 : others);
            assertThat(found.text()).doesNotContain(title);
            var neighbour = firms.in("371525107");
            raise(member(neighbour), neighbour, title);
        }
    }

    @Test
    void the_ledger_office_puts_them_together_and_one_answer_reaches_each_who_says_for_itself() {
        String title = "园区路灯不亮" + UUID.randomUUID().toString().substring(0, 8);
        List<Api> members = new ArrayList<>();
        List<String> tickets = new ArrayList<>();
        for (String unit : List.of(QINGSHUI, LIULIN, QINGSHUI)) {
            var enterprise = firms.in(unit);
            members.add(member(enterprise));
            tickets.add(raise(members.get(members.size() - 1), enterprise, title));
        }
        Api officer = officer();
        Api handler = handler(OFFICE);
        bringToWork(tickets.get(0), officer, handler, OFFICE);
        bringToWork(tickets.get(1), officer, handler(ELSEWHERE), ELSEWHERE);

        assertThat(officer.get(desk(tickets.get(0)) + "/alike").expect(200).text())
                .contains(tickets.get(1), tickets.get(2));
        officer.post(PROBLEMS, opening(title, OFFICE, List.of(tickets.get(0), tickets.get(0))))
                .expect(400, "TICKET_COMMON_FEW");
        officer.post(PROBLEMS, opening(title, "nobody", tickets)).expect(400, "TICKET_OFFICE_UNKNOWN");
        handler.post(PROBLEMS, opening(title, OFFICE, tickets)).expect(403);
        String problem = PROBLEMS + "/"
                + officer.post(PROBLEMS, opening(title, OFFICE, tickets))
                        .expect(201)
                        .at("/id");
        officer.post(PROBLEMS, opening(title, OFFICE, tickets)).expect(409, "TICKET_COMMON_UNFIT");

        var whole = handler.get(problem).expect(200);
        assertThat(whole.at("/problem/enterprises")).isEqualTo("3");
        assertThat(whole.at("/problem/units")).isEqualTo("2");
        assertThat(handler(ELSEWHERE).get(problem).status()).isEqualTo(404);
        assertThat(handler.get(PROBLEMS).expect(200).text()).contains(title);
        assertThat(handler(ELSEWHERE).get(PROBLEMS).expect(200).text()).doesNotContain(title);
        Api abroad = staffing.hire(new RegionCode("130600"), Role.COUNTY_OFFICER, null, null)
                .api();
        abroad.get(problem).expect(404);
        abroad.post(problem + "/tickets", Map.of("tickets", tickets)).expect(404);

        var seen = members.get(1).get("/api/v1/tickets/" + tickets.get(1)).expect(200);
        assertThat(seen.at("/common/enterprises")).isEqualTo("3");
        assertThat(seen.at("/card/officeName")).isEqualTo("县发展和改革局");
        assertThat(hops(seen, "actionName")).endsWith("并入共性问题");

        members.get(2)
                .once()
                .post("/api/v1/tickets/" + tickets.get(2) + "/withdrawal", reason("自己换了灯泡。"))
                .expect(200);
        handler.post(problem + "/progress", text("明天更换。")).expect(200);
        var done = handler.post(problem + "/answer", answer("路灯全部更换。")).expect(200);
        assertThat(done.json().path("done")).hasSize(2);
        assertThat(done.json().path("left")).isEmpty();
        handler.post(problem + "/answer", answer("再答一次。")).expect(409, "TICKET_COMMON_NOTHING");
        officer.post(problem + "/answer", answer("替他们答。")).expect(403);

        members.get(0)
                .once()
                .post("/api/v1/tickets/" + tickets.get(0) + "/confirmation", Map.of())
                .expect(200);
        members.get(1)
                .once()
                .post("/api/v1/tickets/" + tickets.get(1) + "/rejection", reason("我们门口还是不亮。"))
                .expect(200);
        assertThat(officer.get(problem).expect(200).at("/problem/open")).isEqualTo("1");
        officer.post(problem + "/tickets/" + tickets.get(1) + "/removal", reason("线路不同，单独办。"))
                .expect(204);
        officer.post(problem + "/tickets/" + tickets.get(1) + "/removal", reason("再移一次。"))
                .expect(409, "TICKET_COMMON_NOT_IN");
        assertThat(officer.get(PROBLEMS + "?open=true&limit=100").expect(200).text())
                .as("all that is left in it is closed")
                .doesNotContain(title);
        assertThat(officer.get(PROBLEMS + "?open=false&limit=100").expect(200).text())
                .contains(title);
    }

    @Test
    void an_enterprise_joins_what_others_have_with_a_ticket_of_its_own() {
        String title = "天然气价格偏高" + UUID.randomUUID().toString().substring(0, 8);
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            var enterprise = firms.in(QINGSHUI);
            tickets.add(raise(member(enterprise), enterprise, title));
        }
        String id = officer()
                .post(PROBLEMS, opening(title, OFFICE, tickets))
                .expect(201)
                .at("/id");

        var enterprise = firms.in(LIULIN);
        Api member = member(enterprise);
        var offered = member.get(similar(enterprise, title)).expect(200);
        assertThat(offered.at("/common/0/id")).isEqualTo(id);
        assertThat(offered.at("/common/0/enterprises")).isEqualTo("2");
        String joining = "/api/v1/enterprises/" + enterprise + "/common-problems/" + id + "/joining";
        var raised = member.once().post(joining, Map.of("text", "我们也没有接通。")).expect(201);
        member.once().post(joining, Map.of()).expect(409, "TICKET_COMMON_JOINED");
        assertThat(member.get(similar(enterprise, title)).expect(200).at("/common/0/own"))
                .isEqualTo(raised.at("/id"));
        var ticket = member.get("/api/v1/tickets/" + raised.at("/id")).expect(200);
        assertThat(ticket.at("/card/statusName")).isEqualTo("待受理");
        assertThat(ticket.at("/content")).isEqualTo("我们也没有接通。");
        assertThat(hops(ticket, "actionName")).containsExactly("提出诉求", "并入共性问题");
        assertThat(ticket.at("/steps/0/dueAt")).as("its own clock").isNotEmpty();

        var abroad = firms.in("130600");
        member(abroad)
                .once()
                .post("/api/v1/enterprises/" + abroad + "/common-problems/" + id + "/joining", Map.of())
                .expect(404);
        var done = handler(OFFICE)
                .post(PROBLEMS + "/" + id + "/answer", answer("管网已接通。"))
                .expect(200);
        assertThat(done.json().path("done")).as("also who had only just joined").hasSize(3);
        member.once()
                .post("/api/v1/tickets/" + raised.at("/id") + "/confirmation", Map.of())
                .expect(200);
    }

    @Test
    void two_hundred_are_enough_for_one_problem() {
        String title = "门前积水" + UUID.randomUUID().toString().substring(0, 8);
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String first = raise(member, enterprise, title);
        var other = firms.in(QINGSHUI);
        String second = raise(member(other), other, title);
        Api officer = officer();
        String id = officer.post(PROBLEMS, opening(title, OFFICE, List.of(first, second)))
                .expect(201)
                .at("/id");
        fill(id, first);
        try {
            beyond(officer, id, title);
        } finally {
            empty(first);
        }
    }

    private void beyond(Api officer, String id, String title) {
        var late = firms.in(LIULIN);
        Api lateMember = member(late);
        lateMember
                .once()
                .post("/api/v1/enterprises/" + late + "/common-problems/" + id + "/joining", Map.of())
                .expect(409, "TICKET_COMMON_LARGE");
        officer.post(PROBLEMS + "/" + id + "/tickets", Map.of("tickets", List.of(raise(lateMember, late, title))))
                .expect(409, "TICKET_COMMON_LARGE");
    }

    /** As many as there may be, each a copy of the one. */
    private void fill(String problem, String ticket) {
        sql.sql("""
                        insert into ticket (id, region_code, enterprise_id, number, category, title, content, origin,
                            raised_by, received_at, created_at, status, outcome, closed_at, reopened, hops,
                            common_problem, version)
                        select gen_random_uuid(), region_code, enterprise_id, number || '-' || n, category, title,
                            content, origin, raised_by, received_at, created_at, 'CLOSED', 'SOLVED', created_at,
                            reopened, hops, ?::uuid, version
                        from ticket, generate_series(3, 200) n where id = ?::uuid
                        """).params(problem, ticket).update();
    }

    /** The copies are in nobody's way afterwards. */
    private void empty(String ticket) {
        superuser
                .database()
                .sql("delete from ticket c using ticket o where o.id = ?::uuid and c.number like o.number || '-%'")
                .param(ticket)
                .update();
    }

    private static Map<String, Object> opening(String title, String office, List<String> tickets) {
        return Map.of("title", title, "summary", "几家企业都有。", "office", office, "tickets", tickets);
    }

    private static String similar(EnterpriseId enterprise, String title) {
        return "/api/v1/enterprises/" + enterprise + "/similar-tickets?category=labour-energy&title=" + title;
    }

    private static String raise(Api member, EnterpriseId enterprise, String title) {
        return member.once()
                .post(
                        "/api/v1/enterprises/" + enterprise + "/tickets",
                        Map.of("category", "labour-energy", "title", title, "content", "希望解决。"))
                .expect(201)
                .at("/id");
    }
}
