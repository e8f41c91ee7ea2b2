package io.qihang.ticket;

import static io.qihang.testing.Subscribers.inbox;
import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Phones;
import io.qihang.testing.SentFiles;
import io.qihang.testing.Subscribers;
import io.qihang.ticket.domain.DeadlineWatch;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What stops a ticket's clock and starts it again, who gives it longer, and what the enterprise sees of both. */
class TicketClockJourney extends TicketPlay {

    @Autowired
    DeadlineWatch watch;

    @Autowired
    Subscribers subscribers;

    private final EnterpriseId[] made = new EnterpriseId[1];

    private Phones.Person person() {
        made[0] = firms.in(QINGSHUI);
        Phones.Person person = phones.signIn();
        firms.join(made[0], person.id());
        return person;
    }

    private String atWork(Api member) {
        String ticket = raise(member, made[0]);
        awaitChecked(ticket);
        stop("2026-10-12T08:30");
        bringToWork(ticket, officer(), handler(OFFICE), OFFICE);
        return ticket;
    }

    /** Stops the clock at Beijing time, so that a minute is a minute. */
    private void stop(String local) {
        clock.stop(LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant());
    }

    private static Map<String, String> waiting(String reason) {
        return Map.of("reason", reason, "note", "用电申请表。");
    }

    private String due(Api member, String ticket) {
        return member.get("/api/v1/tickets/" + ticket).expect(200).at("/steps/2/dueAt");
    }

    @Test
    void an_office_waits_for_the_enterprise_until_it_sends_what_is_missing() {
        Phones.Person person = person();
        Api member = person.api();
        String ticket = atWork(member);
        assertThat(due(member, ticket)).isEqualTo("2026-10-27T18:00:00+08:00");

        stop("2026-10-12T09:00");
        handler(OFFICE)
                .post(desk(ticket) + "/pause", waiting("enterprise-material"))
                .expect(204);
        var paused = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(paused.at("/card/statusName")).isEqualTo("暂停计时");
        assertThat(paused.at("/pauses/0/reasonName")).isEqualTo("等企业补充材料");
        assertThat(paused.at("/pauses/0/until")).isEqualTo("2026-10-26T18:00:00+08:00");
        assertThat(paused.at("/pauses/0/running")).isEqualTo("true");
        assertThat(paused.at("/steps/2/explanation"))
                .contains("其间停表 1 次：2026年10月12日（周一）09:00 起等企业补充材料，最迟到 2026年10月26日（周一）18:00");

        stop("2026-10-15T08:30");
        watch.attendPauses();
        watch.attendPauses();
        stop("2026-10-15T09:00");
        member.once()
                .post("/api/v1/tickets/" + ticket + "/supply", Map.of("text", "申请表已经送到窗口。"))
                .expect(200);
        var goes = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(goes.at("/card/statusName")).isEqualTo("办理中");
        assertThat(goes.at("/steps/2/dueAt")).isEqualTo("2026-10-30T18:00:00+08:00");
        assertThat(hops(goes, "actionName")).containsExactly("提出诉求", "分派", "受理", "暂停计时", "提醒等待事项", "企业补充材料");
        subscribers.settle(ticket);
        assertThat(inbox(person)).containsExactlyInAnyOrder("诉求已受理：厂区频繁停电", "请补充材料：厂区频繁停电", "还在等您的材料：厂区频繁停电");
        assertThat(database.sql("select action from audit_event where object_id = :id order by id")
                        .param("id", ticket)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "ticket.raise", "ticket.dispatch", "ticket.accept", "ticket.pause", "ticket.supply");
    }

    @Test
    void what_its_author_sends_on_ends_the_wait_too() {
        clock.reset();
        Api member = person().api();
        String ticket = raise(member, made[0]);
        bringToWork(ticket, officer(), handler(OFFICE), OFFICE);
        for (String by : List.of("files", "supply")) {
            handler(OFFICE)
                    .post(desk(ticket) + "/pause", waiting("enterprise-material"))
                    .expect(204);
            String sent = SentFiles.photo(member, "/api/v1/enterprises/" + made[0] + "/ticket-files");
            sendsOn(member, ticket, by, sent);
        }
    }

    private static void sendsOn(Api member, String ticket, String by, String sent) {
        var after = member.once()
                .post("/api/v1/tickets/" + ticket + "/" + by, Map.of("files", List.of(sent)))
                .expect(200);
        assertThat(after.at("/card/statusName")).isEqualTo("办理中");
        assertThat(hops(after, "text")).last().isEqualTo("企业补充材料 1 个。");
        assertThat(after.json().path("hops").valueStream().toList()).last().satisfies(it -> assertThat(it.path("files"))
                .hasSize(1));
    }

    @Test
    void a_wait_that_lasts_too_long_ends_by_itself_and_never_presses_meanwhile() {
        Api member = person().api();
        String ticket = atWork(member);
        handler(OFFICE).post(desk(ticket) + "/reply", text("等上级批复。")).expect(204);
        handler(OFFICE).post(desk(ticket) + "/pause", waiting("superior")).expect(204);
        String due = due(member, ticket);
        stop("2026-10-28T09:00");
        watch.giveLights();
        assertThat(hops(member.get("/api/v1/tickets/" + ticket), "text"))
                .noneMatch(it -> it.startsWith("办结期限") && it.contains("已过"));
        stop("2026-11-09T18:30");
        watch.attendPauses();
        assertThat(hops(member.get("/api/v1/tickets/" + ticket), "action")).doesNotContain("LAPSE");
        stop("2026-11-10T09:00");
        watch.attendPauses();
        watch.attendPauses();
        var goes = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(hops(goes, "action").stream().filter("LAPSE"::equals)).hasSize(1);
        assertThat(goes.at("/steps/2/dueAt")).isEqualTo(due);
        assertThat(goes.at("/pauses/0/until")).isEqualTo("2026-11-09T18:00:00+08:00");
        assertThat(database.sql(
                                "select due_at = :due::timestamptz from ticket_step where ticket_id = :id::uuid and no = 3")
                        .param("due", due)
                        .param("id", ticket)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void longer_is_asked_for_by_the_office_and_decided_by_another() {
        Phones.Person person = person();
        Api member = person.api();
        String ticket = atWork(member);
        officer().post(desk(ticket) + "/extension", Map.of()).expect(409, "TICKET_EXTENSION_NOT_ASKED");
        handler(OFFICE).post(desk(ticket) + "/extension", Map.of()).expect(403);
        handler(OFFICE)
                .post(desk(ticket) + "/extension-request", reason("需上级批准。"))
                .expect(204);
        var asked = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(asked.at("/extensions/0/reason")).isEqualTo("需上级批准。");
        assertThat(asked.at("/extensions/0/officeName")).isEqualTo("县工业和信息化局");
        assertThat(asked.at("/extensions/0/granted")).isEqualTo("");
        handler(OFFICE).get("/api/v1/desk/ticket-extensions").expect(403);
        assertThat(pending(ticket).get(0).path("reason").asString()).isEqualTo("需上级批准。");
        assertThat(pending(ticket).get(0).path("officeName").asString()).isEqualTo("县发展和改革局");
        assertThat(pending(ticket).get(0).path("dueAt").asString()).isEqualTo(asked.at("/steps/2/dueAt"));
        officer().post(desk(ticket) + "/extension-refusal", reason("可以先临时供电。")).expect(204);
        handler(OFFICE)
                .post(desk(ticket) + "/extension-request", reason("仍需批准。"))
                .expect(204);
        assertThat(pending(ticket)).hasSize(1);
        officer().post(desk(ticket) + "/extension", Map.of("text", "请抓紧。")).expect(204);
        assertThat(pending(ticket)).isEmpty();
        handler(OFFICE).post(desk(ticket) + "/extension-request", reason("还要。")).expect(409, "TICKET_ALREADY_COMPLEX");
        var extended = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(extended.at("/steps/2/dueAt")).isEqualTo("2026-11-17T18:00:00+08:00");
        assertThat(extended.at("/extensions/1/granted")).isEqualTo("true");
        assertThat(extended.at("/extensions/1/words")).isEqualTo("请抓紧。");
    }

    /** What of a ticket waits to be decided. */
    private List<JsonNode> pending(String ticket) {
        return officer()
                .get("/api/v1/desk/ticket-extensions?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("ticket").asString().equals(ticket))
                .toList();
    }

    @Test
    void what_cannot_be_done_is_refused_with_what_can() {
        Api member = person().api();
        String ticket = atWork(member);
        member.once()
                .post("/api/v1/tickets/" + ticket + "/supply", Map.of("text", "见附件。"))
                .expect(409, "TICKET_STATE");
        handler(OFFICE).post(desk(ticket) + "/pause", waiting("weather")).expect(400, "TICKET_PAUSE_REASON_UNKNOWN");
        handler(OFFICE).post(desk(ticket) + "/pause", waiting("superior")).expect(204);
        var refused =
                handler(OFFICE).post(desk(ticket) + "/answer", answer("已增容。")).expect(409, "TICKET_STATE");
        assertThat(refused.json().path("allowed").valueStream().map(it -> it.path("code")
                        .asString("")))
                .contains("PROGRESS", "SUPPLY", "END_PAUSE", "EXTEND", "REFUSE_EXTENSION", "WITHDRAW")
                .doesNotContain("ANSWER", "REPLY", "PAUSE");
        member.once()
                .post("/api/v1/tickets/" + ticket + "/supply", Map.of("text", "见附件。"))
                .expect(409, "TICKET_NOT_WAITING_FOR_ENTERPRISE");
        member.once().post("/api/v1/tickets/" + ticket + "/supply", Map.of()).expect(400, "TICKET_SUPPLY_EMPTY");
        handler("gxj").post(desk(ticket) + "/pause-end", reason("等到了。")).expect(404);
        officer().post(desk(ticket) + "/pause-end", reason("已经批复。")).expect(204);
    }

    @Test
    void a_new_profile_and_new_hours_show_whom_they_move_and_then_move_them_and_keep_the_pauses() {
        var city = new RegionCode("130600");
        var enterprise = firms.in("130600");
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = staffing.hire(city, Role.COUNTY_OFFICER, null, null).api();
        String path = "/api/v1/desk/counties/130600/deadline-profiles";
        Map<String, Object> faster = Map.of(
                "code",
                "ticket.labour-energy",
                "label",
                "用工用能时限",
                "source",
                "市政府办公室通知：用工用能 10 个工作日办结",
                "effectiveFrom",
                "2026-09-01",
                "steps",
                List.of(
                        Map.of("step", "accept", "unit", "WORKING_HOURS", "amount", 4),
                        Map.of("step", "reply", "unit", "CALENDAR_DAYS", "amount", 10),
                        Map.of("step", "solve", "unit", "WORKING_DAYS", "amount", 10),
                        Map.of("step", "complex", "unit", "WORKING_DAYS", "amount", 25)));
        var effect = officer.post(path + "/preview", faster).expect(200);
        assertThat(effect.text())
                .contains("办结期限由 2026年10月27日（周二）18:00 改为 2026年10月20日（周二）18:00，提前 7 天")
                .contains("现按“用工用能时限”第1版的 10 个工作日");
        assertThat(due(member, ticket)).isEqualTo("2026-10-27T18:00:00+08:00");
        officer.once().post(path, faster).expect(201);
        watch.recalculateOutdated();
        watch.recalculateOutdated();
        var moved = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(moved.at("/steps/0/dueAt")).isEqualTo("2026-09-30T15:00:00+08:00");
        assertThat(moved.at("/steps/1/dueAt")).isEqualTo("2026-10-10T18:00:00+08:00");
        assertThat(moved.at("/steps/2/dueAt")).isEqualTo("2026-10-20T18:00:00+08:00");
        assertThat(moved.at("/steps/2/explanation")).contains("“用工用能时限”第1版");
        assertThat(hops(moved, "text")).last().asString().startsWith("时限方案有变化，");
        assertThat(hops(moved, "action")).containsExactly("RAISE", "RECALCULATE");

        String hours = "/api/v1/desk/counties/130600/calendar/hours";
        Map<String, Object> winter = Map.of(
                "from",
                "2026-10-01",
                "source",
                "市政府办公室通知",
                "hours",
                "08:30-12:00,14:30-18:30",
                "seasons",
                List.of(Map.of("name", "冬季", "from", "10-01", "until", "04-30", "hours", "09:00-12:00,13:30-17:30")));
        assertThat(officer.post(hours + "/preview", winter).expect(200).text()).contains("诉求 ");
        officer.once().post(hours, winter).expect(201);
        watch.recalculateOutdated();
        assertThat(due(member, ticket)).isEqualTo("2026-10-20T17:30:00+08:00");
        assertThat(officer.get(hours).expect(200).at("/0/seasons/0/name")).isEqualTo("冬季");
        officer.once()
                .post(hours, Map.of("from", "2026-10-01", "source", "通知", "hours", "9-5"))
                .expect(400, "HOURS_WRONG");
        officer.once()
                .post(
                        path,
                        Map.of(
                                "code",
                                "visit",
                                "label",
                                "x",
                                "source",
                                "x",
                                "effectiveFrom",
                                "2026-09-01",
                                "steps",
                                List.of(Map.of("step", "accept", "unit", "WORKING_HOURS", "amount", 4))))
                .expect(400, "PROFILE_UNKNOWN");
        staffing.hire(COUNTY, Role.COUNTY_OFFICER, null, null)
                .api()
                .post(path + "/preview", faster)
                .expect(404);
    }
}
