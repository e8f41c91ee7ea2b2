package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.ticket.domain.DeadlineWatch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the sweeps do over days, outages and nodes. */
class DeadlineWatchTests extends TicketPlay {

    private static final RegionCode CITY = new RegionCode("630100");

    @Autowired
    DeadlineWatch watch;

    @Test
    void after_an_outage_each_missed_escalation_fires_once_and_in_order() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);

        set("2026-10-28T09:00");
        watch.giveLights();
        watch.giveLights();
        set("2026-11-30T09:00");
        watch.giveLights();

        assertThat(escalations(member, ticket))
                .containsExactly(
                        "受理期限 2026年10月8日 18:00 已过，请尽快分派、受理。",
                        "答复期限 2026年10月10日 18:00 已过，请尽快答复企业。",
                        "办结期限 2026年10月27日 18:00 已过，请抓紧办理，确实办不成的请说明原因并申请挂账。");
    }

    @Test
    void nobody_is_pressed_outside_working_hours() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        for (String closed : List.of("2026-10-08T18:30", "2026-10-09T07:00", "2026-10-09T13:00", "2026-10-11T10:00")) {
            set(closed);
            watch.giveLights();
            assertThat(escalations(member, ticket)).as(closed).isEmpty();
        }
        set("2026-10-12T08:30");
        watch.giveLights();
        assertThat(escalations(member, ticket)).hasSize(2);
    }

    @Test
    void what_was_done_in_time_is_let_be() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer(), handler, OFFICE);
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);
        set("2026-10-13T09:00");
        watch.giveLights();
        assertThat(escalations(member, ticket)).isEmpty();
    }

    @Test
    void two_nodes_that_sweep_at_once_escalate_once() throws Exception {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        List<String> tickets = List.of(raise(member, enterprise), raise(member, enterprise), raise(member, enterprise));
        set("2026-10-09T09:00");
        var together = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            together.await();
            watch.giveLights();
            return true;
        };
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> done : nodes.invokeAll(List.of(node, node)))
                assertThat(done.get()).isTrue();
        } finally {
            nodes.shutdown();
        }
        watch.giveLights();
        assertThat(tickets).allSatisfy(it -> assertThat(escalations(member, it)).hasSize(1));
    }

    @Test
    void a_closure_shows_whom_it_moves_and_then_moves_them_with_a_visible_difference() {
        var enterprise = firms.in("630100");
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = staffing.hire(CITY, Role.COUNTY_OFFICER, null, null).api();
        String number = member.get("/api/v1/tickets/" + ticket).expect(200).at("/card/number");
        String closures = "/api/v1/desk/counties/630100/calendar/closures";
        var snow = Map.of("firstDay", "2026-10-10", "lastDay", "2026-10-10", "reason", "暴雪", "document", "市政府办公室通知");

        var effect = officer.post(closures + "/preview", snow).expect(200);
        assertThat(effect.text()).contains("诉求 " + number);
        assertThat(effect.at("/complete")).isEqualTo("true");
        String closure = officer.once().post(closures, snow).expect(201).at("/id");
        watch.recalculateOutdated();
        watch.recalculateOutdated();

        var moved = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(hops(moved, "actionName")).containsExactly("提出诉求", "期限重算");
        assertThat(hops(moved, "text").get(1))
                .startsWith("工作日历有变化，")
                .contains("答复期限由 2026年10月10日（周六）18:00 改为 2026年10月12日（周一）18:00，推后 2 天")
                .contains("停止办公（暴雪）");
        assertThat(moved.at("/steps/1/dueAt")).isEqualTo("2026-10-12T18:00:00+08:00");
        assertThat(moved.at("/steps/1/explanation")).contains("停止办公（暴雪）不计");

        officer.post(closures + "/" + closure + "/withdrawal", "").expect(204);
        watch.recalculateOutdated();
        var back = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(back.at("/steps/1/dueAt")).isEqualTo("2026-10-10T18:00:00+08:00");
        assertThat(hops(back, "actionName")).containsExactly("提出诉求", "期限重算", "期限重算");
    }

    private static List<String> escalations(Api member, String ticket) {
        return member.get("/api/v1/tickets/" + ticket)
                .expect(200)
                .json()
                .path("hops")
                .valueStream()
                .filter(it -> it.path("action").asString("").equals("ESCALATE"))
                .map(it -> it.path("text").asString(""))
                .toList();
    }
}
