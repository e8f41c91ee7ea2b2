package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.identity.StaffId;
import io.qihang.testing.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 职责清单, 退回, 终审, 催办, 协办 and 经办人, as the offices and the enterprise meet them. */
class DispatchJourney extends TicketPlay {

    private static final String ARBITER = "gyzhb";

    @Autowired
    JdbcClient sql;

    @Test
    void the_list_suggests_and_an_office_may_give_back_once_before_the_final_decision_binds() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = officer();

        var advice = officer.get(desk(ticket) + "/dispatch-advice").expect(200);
        assertThat(advice.at("/list")).isEqualTo("默认职责清单，待县确认第1版");
        assertThat(advice.at("/offices/0/office")).isEqualTo("fgj");
        assertThat(advice.at("/offices/0/reason")).isEqualTo("第2条“电、气、热等用能”：类别为“用工用能”，内容提到“停电”“增容”。");
        assertThat(advice.at("/offices/0/basis")).contains("待县确认");
        assertThat(officer.get("/api/v1/desk/duty-list").expect(200).at("/duties/0/office"))
                .isEqualTo("rsj");

        officer.post(desk(ticket) + "/dispatch", Map.of("office", "fgj")).expect(204);
        Api power = handler("fgj");
        assertThat(power.get(desk(ticket)).expect(200).at("/refusableUntil"))
                .as("one working day, and the holiday is none")
                .isEqualTo("2026-10-08T18:00:00+08:00");
        assertThat(power.get("/api/v1/desk/refusal-grounds").expect(200).at("/0/label"))
                .isEqualTo("不属本单位职责");
        power.post(desk(ticket) + "/return", refusal("none", "rsj")).expect(400, "TICKET_GROUND_UNKNOWN");
        power.post(desk(ticket) + "/return", Map.of("ground", "not-duty", "reason", "不归我们。"))
                .expect(400, "TICKET_REFUSAL_NEEDS_OFFICE");
        power.post(desk(ticket) + "/return", refusal("not-duty", "nobody")).expect(400, "TICKET_OFFICE_UNKNOWN");
        power.post(desk(ticket) + "/return", refusal("not-duty", "rsj")).expect(204);
        power.get(desk(ticket)).expect(404);

        officer.post(desk(ticket) + "/dispatch", Map.of("office", "rsj")).expect(204);
        Api labour = handler("rsj");
        Api arbiter = handler(ARBITER);
        arbiter.post(desk(ticket) + "/ruling", ruling("fgj")).expect(409, "TICKET_STATE");
        labour.post(desk(ticket) + "/ruling", ruling("fgj")).expect(404);
        labour.post(desk(ticket) + "/return", refusal("not-duty", "fgj")).expect(204);
        assertThat(officer.get(desk(ticket)).expect(200).at("/card/statusName")).isEqualTo("待终审");
        officer.post(desk(ticket) + "/dispatch", Map.of("office", "gxj")).expect(409, "TICKET_STATE");
        officer.post(desk(ticket) + "/reminder", text("请今天确定。")).expect(204);
        assertThat(arbiter.get("/api/v1/desk/tickets?status=FINAL_REVIEW")
                        .expect(200)
                        .text())
                .contains(ticket);
        arbiter.post(desk(ticket) + "/ruling", ruling("fgj")).expect(204);

        power.post(desk(ticket) + "/return", refusal("not-duty", "rsj")).expect(409, "TICKET_BOUND");
        officer.post(desk(ticket) + "/dispatch", Map.of("office", "gxj")).expect(409, "TICKET_BOUND");
        power.post(desk(ticket) + "/acceptance", Map.of()).expect(204);

        var seen = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(hops(seen, "actionName"))
                .containsExactly("提出诉求", "分派", "退回重派", "分派", "再次退回，报终审", "催办", "终审确定承办单位", "受理");
        assertThat(hops(seen, "text").get(2)).isEqualTo("不属本单位职责：属供电部门。建议由县人力资源和社会保障局办理。");
        assertThat(seen.at("/steps/0/dueAt")).as("the deadline did not move").isEqualTo("2026-10-08T18:00:00+08:00");
    }

    @Test
    void after_its_time_an_office_keeps_what_it_got() {
        var enterprise = firms.in(QINGSHUI);
        String ticket = raise(member(enterprise), enterprise);
        officer().post(desk(ticket) + "/dispatch", Map.of("office", "fgj")).expect(204);
        set("2026-10-09T09:00");
        handler("fgj")
                .post(desk(ticket) + "/return", refusal("not-duty", "rsj"))
                .expect(409, "TICKET_REFUSAL_LATE");
    }

    @Test
    void assisting_offices_see_it_and_answer_for_their_own_part_in_their_own_time() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = officer();
        Api power = handler("fgj");
        bringToWork(ticket, officer, power, "fgj");
        Api labour = handler("rsj");
        labour.get(desk(ticket)).expect(404);

        power.post(desk(ticket) + "/assists", assist("rsj")).expect(204);
        power.post(desk(ticket) + "/assists", assist("rsj")).expect(409, "TICKET_ASSIST_ASKED");
        power.post(desk(ticket) + "/assists", assist("fgj")).expect(400, "TICKET_ASSIST_OWN_OFFICE");
        power.post(desk(ticket) + "/assists", assist("nobody")).expect(400, "TICKET_OFFICE_UNKNOWN");
        officer.post(desk(ticket) + "/assists", assist("czj")).expect(204);

        var asked = labour.get(desk(ticket)).expect(200);
        assertThat(asked.at("/assists/0/officeName")).isEqualTo("县人力资源和社会保障局");
        assertThat(asked.at("/assists/0/dueAt")).isEqualTo("2026-10-13T18:00:00+08:00");
        String no = asked.at("/assists/0/no");
        String other = asked.at("/assists/1/no");
        assertThat(labour.get("/api/v1/desk/tickets").expect(200).text()).contains(ticket);
        labour.post(desk(ticket) + "/answer", answer("我们答。")).expect(404);
        labour.post(desk(ticket) + "/assists/" + other + "/result", answer("不是我们的。"))
                .expect(404);
        labour.post(desk(ticket) + "/assists/99/acceptance", Map.of()).expect(404);
        labour.post(desk(ticket) + "/assists/" + no + "/acceptance", Map.of()).expect(204);
        power.post(desk(ticket) + "/answer", answer("已增容。")).expect(409, "TICKET_ASSISTS_OWED");
        labour.post(desk(ticket) + "/assists/" + no + "/result", answer("已招十名电工。"))
                .expect(204);
        power.post(desk(ticket) + "/assists/" + other + "/withdrawal", reason("不需要拨款。"))
                .expect(204);
        power.post(desk(ticket) + "/assists/" + other + "/withdrawal", reason("不需要拨款。"))
                .expect(409, "TICKET_ASSIST_STATE");

        var seen = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(seen.at("/assists/0/stateName")).isEqualTo("已办结");
        assertThat(seen.at("/assists/0/result")).isEqualTo("已招十名电工。");
        assertThat(seen.at("/assists/1/stateName")).isEqualTo("已撤回");
        power.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);
    }

    @Test
    void what_somebody_leaves_behind_is_seen_and_handed_over() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        Api officer = officer();
        var leaving = staffing.hire(COUNTY, Role.HANDLER, null, "zhzf");
        var staying = staffing.hire(COUNTY, Role.HANDLER, null, "zhzf");
        var elsewhere = staffing.hire(COUNTY, Role.HANDLER, null, "swj");
        String first = raise(member, enterprise);
        String second = raise(member, enterprise);
        for (String ticket : List.of(first, second)) bringToWork(ticket, officer, leaving.api(), "zhzf");

        staying.api().post(desk(first) + "/handler", staff(elsewhere.id())).expect(400, "TICKET_HANDLER_UNKNOWN");
        leaving.api().post(desk(first) + "/handler", staff(staying.id())).expect(204);
        assertThat(staying.api().get(desk(first)).expect(200).at("/handler"))
                .isEqualTo(staying.id().toString());
        assertThat(staying.api().get("/api/v1/desk/colleagues").expect(200).text())
                .contains(staying.id().toString())
                .doesNotContain(elsewhere.id().toString());

        Api security = staffing.hire(Role.SECURITY_ADMIN).api();
        String grants = "/api/v1/desk/accounts/" + leaving.id() + "/grants";
        security.delete(grants + "/" + security.get(grants).expect(200).at("/0/id"))
                .expect(204);
        var backlogs = officer.get("/api/v1/desk/ticket-backlogs").expect(200);
        var left = backlogs.json()
                .valueStream()
                .filter(it -> it.path("staff").asString("").equals(leaving.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(left.path("active").asBoolean()).isFalse();
        assertThat(left.path("open").asInt()).isEqualTo(1);
        var asked = Map.of(
                "office",
                "zhzf",
                "from",
                leaving.id().toString(),
                "to",
                staying.id().toString());
        elsewhere.api().post("/api/v1/desk/ticket-handovers", asked).expect(400, "TICKET_OFFICE_UNKNOWN");
        assertThat(staying.api()
                        .post("/api/v1/desk/ticket-handovers", asked)
                        .expect(200)
                        .at("/tickets"))
                .isEqualTo("1");
        assertThat(member.get("/api/v1/tickets/" + second).expect(200).text())
                .contains("更换经办人，期限不变。")
                .doesNotContain(staying.id().toString());
    }

    @Test
    void what_is_left_when_an_account_is_disabled_goes_back_to_the_office_once() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        Api officer = officer();
        var leaving = staffing.hire(COUNTY, Role.HANDLER, null, "zhzf");
        var staying = staffing.hire(COUNTY, Role.HANDLER, null, "zhzf");
        String worked = raise(member, enterprise);
        String answered = raise(member, enterprise);
        String closed = raise(member, enterprise);
        String others = raise(member, enterprise);
        for (String ticket : List.of(worked, answered, closed)) bringToWork(ticket, officer, leaving.api(), "zhzf");
        bringToWork(others, officer, staying.api(), "zhzf");
        leaving.api().post(desk(answered) + "/answer", answer("已增容。")).expect(204);
        member.once()
                .post("/api/v1/tickets/" + closed + "/withdrawal", reason("自己解决了。"))
                .expect(200);
        var steps = officer.get(desk(worked)).expect(200).json().path("steps");

        Api system = staffing.hire(Role.SYSTEM_ADMIN).api();
        for (int times = 1; times <= 2; times++) {
            system.post("/api/v1/desk/accounts/" + leaving.id() + "/disabling", "")
                    .expect(204);
            int told = times;
            await().atMost(Duration.ofSeconds(20)).until(() -> told(leaving.id()) == told);
        }

        var back = member.get("/api/v1/tickets/" + worked).expect(200);
        assertThat(hops(back, "actionName")).containsExactly("提出诉求", "分派", "受理", "经办人离岗，待本单位接手");
        assertThat(back.at("/card/statusName")).isEqualTo("待受理");
        assertThat(officer.get(desk(worked)).expect(200).json().path("steps"))
                .as("the clock goes on")
                .isEqualTo(steps);
        var waiting = member.get("/api/v1/tickets/" + answered).expect(200);
        assertThat(hops(waiting, "actionName")).endsWith("办结答复", "经办人离岗，待本单位接手");
        assertThat(waiting.at("/card/statusName")).isEqualTo("待企业确认");
        assertThat(hops(member.get("/api/v1/tickets/" + closed).expect(200), "actionName"))
                .endsWith("企业撤回");
        assertThat(hops(member.get("/api/v1/tickets/" + others).expect(200), "actionName"))
                .endsWith("受理");
        assertThat(officer.get("/api/v1/desk/ticket-backlogs").expect(200).text())
                .doesNotContain(leaving.id().toString());
        assertThat(sql.sql("select object_id from audit_event where action = 'ticket.release' and object_id in (?, ?)")
                        .params(worked, answered)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(worked, answered);

        staying.api().post(desk(worked) + "/acceptance", Map.of()).expect(204);
        staying.api().post(desk(answered) + "/handler", staff(staying.id())).expect(204);
        for (String ticket : List.of(worked, answered)) {
            assertThat(officer.get(desk(ticket)).expect(200).at("/handler"))
                    .isEqualTo(staying.id().toString());
        }
    }

    /** How often everybody concerned has been told that the account is disabled. */
    private int told(StaffId staff) {
        return sql.sql("select count(*) from event_publication_archive where event_type like '%.StaffDisabled' "
                        + "and serialized_event like ?")
                .param("%" + staff + "%")
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> refusal(String ground, String office) {
        return Map.of("ground", ground, "reason", "属供电部门。", "office", office);
    }

    private static Map<String, String> ruling(String office) {
        return Map.of("office", office, "reason", "按职责清单。");
    }

    private static Map<String, String> assist(String office) {
        return Map.of("office", office, "matter", "帮助招电工。");
    }

    private static Map<String, String> staff(Object id) {
        return Map.of("staff", id.toString());
    }
}
