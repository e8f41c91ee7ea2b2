package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's lists: filters, two orders, pages by key. A township's officer keeps other tests' tickets out. */
class TicketListTests extends TicketPlay {

    @Test
    void pages_by_key_hold_every_ticket_once_in_either_order() {
        var enterprise = firms.in(LIULIN);
        Api member = member(enterprise);
        List<String> raised = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            set("2026-09-2" + i + "T09:00");
            raised.add(raise(member, enterprise));
        }
        Api township = staffing.hireFor(LIULIN).api();
        List<String> newest = pages(township, "/api/v1/desk/tickets?limit=2");
        assertThat(newest).doesNotHaveDuplicates();
        assertThat(newest.stream().filter(raised::contains))
                .containsExactly(raised.get(4), raised.get(3), raised.get(2), raised.get(1), raised.get(0));
        List<String> due = pages(township, "/api/v1/desk/tickets?limit=2&order=DUE");
        assertThat(due).doesNotHaveDuplicates();
        assertThat(due.stream().filter(raised::contains)).containsExactlyElementsOf(raised);
    }

    @Test
    void an_enterprise_asks_for_its_open_ones_alone() {
        var enterprise = firms.in(LIULIN);
        Api member = member(enterprise);
        set("2026-09-20T09:00");
        String open = raise(member, enterprise);
        set("2026-09-21T09:00");
        String closed = raise(member, enterprise);
        member.once()
                .post("/api/v1/tickets/" + closed + "/withdrawal", reason("已自行解决。"))
                .expect(200);
        String list = "/api/v1/enterprises/" + enterprise + "/tickets?limit=1";
        assertThat(pages(member, list)).containsExactly(closed, open);
        assertThat(pages(member, list + "&open=true")).containsExactly(open);
        assertThat(pages(member(firms.in(LIULIN)), list + "&open=true")).isEmpty();
    }

    @Test
    void filters_tell_state_category_office_and_which_deadline_has_passed() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String late = raise(member, enterprise);
        String accepted = raise(member, enterprise);
        bringToWork(accepted, officer(), handler(OFFICE), OFFICE);
        set("2026-10-09T09:00");
        Api officer = officer();
        assertThat(ids(officer, "overdue=ACCEPT")).contains(late).doesNotContain(accepted);
        assertThat(ids(officer, "overdue=REPLY")).doesNotContain(late, accepted);
        assertThat(ids(officer, "status=HANDLING&office=" + OFFICE))
                .contains(accepted)
                .doesNotContain(late);
        assertThat(ids(officer, "category=labour-energy&open=true")).contains(late, accepted);
        assertThat(ids(officer, "category=funding")).doesNotContain(late, accepted);
        assertThat(ids(officer, "unit=" + QINGSHUI + "&text=" + encoded("频繁停电")))
                .contains(late, accepted);
        assertThat(ids(officer, "unit=" + LIULIN)).doesNotContain(late, accepted);
        String number = officer.get(desk(late)).expect(200).at("/card/number");
        assertThat(ids(officer, "text=" + number.toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(late);
        assertThat(ids(officer, "text=" + encoded("没有%的字"))).isEmpty();
        assertThat(ids(officer, "from=2026-09-30&until=2026-09-30")).contains(late, accepted);
        assertThat(ids(officer, "from=2026-10-01")).doesNotContain(late, accepted);
        assertThat(ids(officer, "until=2026-09-29")).doesNotContain(late, accepted);
        assertThat(ids(officer, "open=false")).doesNotContain(late, accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=GONE", "overdue=NEVER", "order=NUMBER", "limit=0", "after=nonsense"})
    void what_no_list_knows_is_refused(String query) {
        officer().get("/api/v1/desk/tickets?" + query).expect(400);
    }

    @Test
    void at_the_desk_each_hop_tells_which_member_of_staff_acted() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        bringToWork(ticket, officer(), handler(OFFICE), OFFICE);
        var hops = officer().get(desk(ticket)).expect(200).json().path("hops");
        assertThat(hops.path(0).path("accountName").isNull()).isTrue();
        // a sweep by today's clock may have said something in between
        assertThat(hops.valueStream()
                        .filter(it -> it.path("action").asString("").equals("DISPATCH")))
                .hasSize(1)
                .allSatisfy(
                        it -> assertThat(it.path("accountName").asString("")).isNotEmpty());
        assertThat(member.get("/api/v1/tickets/" + ticket).expect(200).text()).doesNotContain("accountName");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<String> ids(Api api, String query) {
        return pages(api, "/api/v1/desk/tickets?limit=100&" + query);
    }

    private static List<String> pages(Api api, String path) {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            var page = api.get(path + (next.isEmpty() ? "" : "&after=" + next)).expect(200);
            page.json().path("items").forEach(it -> ids.add(it.path("id").asString("")));
            next = page.at("/next");
        } while (!next.isEmpty());
        return ids;
    }
}
