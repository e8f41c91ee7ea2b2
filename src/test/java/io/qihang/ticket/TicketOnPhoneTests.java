package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.testing.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Staff work their tickets on the phone they bound with both factors, and reach there what they reach at the desk. */
class TicketOnPhoneTests extends TicketPlay {

    @Test
    void a_handler_takes_a_ticket_from_acceptance_to_the_answer_on_the_phone() {
        var enterprise = firms.in(QINGSHUI);
        String ticket = raise(member(enterprise), enterprise);
        officer().post(desk(ticket) + "/dispatch", Map.of("office", OFFICE)).expect(204);
        Api phone =
                phones.bound(staffing.hire(COUNTY, Role.HANDLER, null, OFFICE)).api();

        assertThat(phone.get("/api/v1/desk/me")
                        .expect(200)
                        .json()
                        .path("roles")
                        .valueStream()
                        .map(it -> it.asString("")))
                .containsExactly("HANDLER");
        assertThat(ids(phone.get("/api/v1/desk/tickets?order=DUE&limit=100"))).contains(ticket);
        phone.post(desk(ticket) + "/acceptance", Map.of()).expect(204);
        phone.post(desk(ticket) + "/progress", text("已联系供电所")).expect(204);
        phone.post(desk(ticket) + "/answer", answer("已增容")).expect(204);
        assertThat(hops(phone.get(desk(ticket)).expect(200), "action")).contains("ACCEPT", "PROGRESS", "ANSWER");
    }

    @Test
    void an_extension_is_decided_on_the_phone_by_the_office_that_decides() {
        var enterprise = firms.in(QINGSHUI);
        String ticket = raise(member(enterprise), enterprise);
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer(), handler, OFFICE);
        Api phone = phones.bound(staffing.hire(Role.COUNTY_OFFICER)).api();
        Api ofAnotherOffice = phones.bound(staffing.hire(COUNTY, Role.COUNTY_OFFICER, null, "fgj"))
                .api();

        handler.post(desk(ticket) + "/extension-request", reason("变压器到货要一个月。")).expect(204);
        ofAnotherOffice.post(desk(ticket) + "/extension", Map.of()).expect(403, "TICKET_EXTENSION_OFFICE_ONLY");
        phone.post(desk(ticket) + "/extension-refusal", reason("请先临时供电。")).expect(204);
        handler.post(desk(ticket) + "/extension-request", reason("临时供电已办。")).expect(204);
        phone.once().post(desk(ticket) + "/extension", text("同意。")).expect(204);

        var extensions = phone.get(desk(ticket)).expect(200).json().path("extensions");
        assertThat(extensions.valueStream().map(it -> it.path("granted").asBoolean()))
                .containsExactly(false, true);
    }

    @Test
    void another_office_and_a_person_without_a_binding_reach_nothing() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        officer().post(desk(ticket) + "/dispatch", Map.of("office", OFFICE)).expect(204);
        Api other =
                phones.bound(staffing.hire(COUNTY, Role.HANDLER, null, "gxj")).api();
        other.get(desk(ticket)).expect(404);
        other.post(desk(ticket) + "/acceptance", Map.of()).expect(404);
        member.get(desk(ticket)).expect(403, "FORBIDDEN");
        member.post(desk(ticket) + "/acceptance", Map.of()).expect(403, "FORBIDDEN");
    }

    @Test
    void what_is_done_at_the_desk_alone_stays_there() {
        var enterprise = firms.in(QINGSHUI);
        String ticket = raise(member(enterprise), enterprise);
        Api phone = phones.bound(staffing.hire(Role.COUNTY_OFFICER)).api();
        phone.get(desk(ticket)).expect(200);
        phone.post(desk(ticket) + "/dispatch", Map.of("office", OFFICE)).expect(401);
        phone.get("/api/v1/desk/enterprises").expect(401);
    }

    @Test
    void an_unbound_phone_reaches_nothing_any_more() {
        Api phone =
                phones.bound(staffing.hire(COUNTY, Role.HANDLER, null, OFFICE)).api();
        phone.get("/api/v1/desk/tickets").expect(200);
        phone.delete("/api/v1/me/staff-binding").expect(204);
        phone.get("/api/v1/desk/tickets").expect(403);
    }

    @Test
    void the_counts_are_those_of_ones_own_tickets() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        Api township = staffing.hireFor(QINGSHUI).api();
        Api elsewhere = staffing.hireFor("371525205").api();
        int before = waiting(township);
        int others = waiting(elsewhere);
        raise(member, enterprise);
        raise(member, enterprise);
        assertThat(waiting(township)).isEqualTo(before + 2);
        assertThat(waiting(elsewhere)).isEqualTo(others);
        var counts = township.get("/api/v1/desk/ticket-counts").expect(200).json();
        assertThat(counts.valueStream().map(it -> it.path("statusName").asString("")))
                .containsExactly("待分派", "待受理", "待终审", "办理中", "暂停计时", "待确认挂账", "待确认结果", "待企业确认", "挂账", "已销号");
    }

    private static int waiting(Api staff) {
        return staff.get("/api/v1/desk/ticket-counts")
                .expect(200)
                .json()
                .path(0)
                .path("tickets")
                .asInt();
    }

    private static List<String> ids(Api.Reply page) {
        return page.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString(""))
                .toList();
    }
}
