package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Api;
import io.qihang.testing.Staffing;
import io.qihang.ticket.domain.DeadlineWatch;
import io.qihang.ticket.domain.RecheckWatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a ticket ends otherwise than solved, what is asked after it ended, and how an office is pressed before. */
class TicketAfterwardsJourney extends TicketPlay {

    @Autowired
    DeadlineWatch watch;

    @Autowired
    RecheckWatch rechecks;

    @Autowired
    JdbcClient sql;

    @Autowired
    Api anyone;

    private static Map<String, String> proposal(String outcome) {
        return Map.of("outcome", outcome, "reason", "不在政策范围内，已当面说明。", "evidence", "说明会记录");
    }

    @Test
    void an_outcome_other_than_solved_needs_the_ledger_office_s_key() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = officer();
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer, handler, OFFICE);

        officer.post(desk(ticket) + "/outcome-confirmation", reason("同意。")).expect(409, "TICKET_STATE");
        handler.post(desk(ticket) + "/outcome-proposal", proposal("SOLVED")).expect(409, "TICKET_OUTCOME_NOT_NOW");
        handler.post(desk(ticket) + "/outcome-proposal", proposal("EXPLAINED")).expect(204);
        assertThat(status(member, ticket)).isEqualTo("待确认结果");
        handler.post(desk(ticket) + "/outcome-confirmation", reason("同意。")).expect(403);
        officer.post(desk(ticket) + "/outcome-refusal", reason("请书面答复企业。")).expect(204);
        assertThat(status(member, ticket)).isEqualTo("办理中");

        handler.post(desk(ticket) + "/outcome-proposal", proposal("NOT_OURS")).expect(204);
        officer.post(desk(ticket) + "/outcome-confirmation", reason("已转市级。")).expect(204);
        var closed = member.get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(closed.at("/card/outcome")).isEqualTo("不属本级");
        assertThat(hops(closed, "text")).contains("按“不属本级”销号。已转市级。");
    }

    @Test
    void the_enterprise_takes_its_own_back_and_no_other_s() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        member(firms.in(QINGSHUI))
                .once()
                .post(own(ticket) + "/withdrawal", reason("不要了。"))
                .expect(404);
        var back = member.once()
                .post(own(ticket) + "/withdrawal", reason("已自行解决。"))
                .expect(200);
        assertThat(back.at("/card/outcome")).isEqualTo("企业撤回");
        member.once().post(own(ticket) + "/withdrawal", reason("再撤。")).expect(409, "TICKET_STATE");
        var again =
                member.once().post(own(ticket) + "/reopening", reason("又停电。")).expect(200);
        assertThat(again.at("/card/statusName")).isEqualTo("待分派");
    }

    @Test
    void the_register_says_why_who_decides_and_when_it_is_looked_at_again() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = officer();
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer, handler, OFFICE);
        var asked = Map.of("reason", "变电站明年建成。", "decider", "市发展和改革委员会", "level", "CITY");
        handler.post(desk(ticket) + "/suspension-request", asked).expect(204);
        assertThat(register(officer)).doesNotContain(ticket);
        officer.post(desk(ticket) + "/suspension", Map.of("reason", "同意。", "reviewOn", "2026-09-30"))
                .expect(400, "TICKET_REVIEW_DAY");
        officer.post(desk(ticket) + "/suspension", Map.of("reason", "同意。", "reviewOn", "2026-11-02"))
                .expect(204);
        assertThat(register(officer)).contains(ticket, "变电站明年建成。", "市发展和改革委员会", "市级", "2026-11-02");

        set("2026-11-02T09:00");
        officer = officer();
        officer.post(desk(ticket) + "/suspension", Map.of("reason", "变电站推迟。")).expect(204);
        assertThat(register(officer)).contains("变电站推迟。", "市发展和改革委员会").doesNotContain("2026-11-02");
        officer.post(desk(ticket) + "/resumption", reason("变电站已建成。")).expect(204);
        assertThat(register(officer)).doesNotContain(ticket);
    }

    private static String register(Api officer) {
        return officer.get("/api/v1/desk/ticket-suspensions?limit=100")
                .expect(200)
                .text();
    }

    @Test
    void a_re_check_becomes_due_by_itself_and_what_came_back_is_taken_up_again() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = closed(member, enterprise);
        String number = member.get(own(ticket)).expect(200).at("/card/number");
        member.once().post(own(ticket) + "/recheck", Map.of("solved", true)).expect(409, "TICKET_RECHECK_NONE");

        set("2026-10-30T07:00");
        rechecks.askDue();
        assertThat(waiting()).as("nobody is asked before work begins").doesNotContain(ticket);
        set("2026-10-30T09:00");
        rechecks.askDue();
        rechecks.askDue();
        assertThat(waiting()).contains(ticket);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        member.get("/api/v1/me/inbox?limit=100").expect(200).text())
                .contains(number + "，销号已 30 天"));
        member.once().post(own(ticket) + "/recheck", Map.of("solved", true)).expect(200);
        assertThat(waiting()).doesNotContain(ticket);

        set("2026-12-29T09:00");
        rechecks.askDue();
        Api officer = officer();
        officer.post(desk(ticket) + "/recheck", Map.of("solved", false, "note", "入冬后又停电。"))
                .expect(204);
        var again = officer.get(desk(ticket)).expect(200);
        assertThat(again.at("/card/statusName")).isEqualTo("待受理");
        assertThat(again.at("/card/number")).isEqualTo(number);
        assertThat(again.at("/reopened")).isEqualTo("1");
        assertThat(hops(again, "text")).contains("销号 90 天后回访，企业反映又出现了。入冬后又停电。");
    }

    private String closed(Api member, EnterpriseId enterprise) {
        String ticket = raise(member, enterprise);
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer(), handler, OFFICE);
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);
        member.once().post(own(ticket) + "/confirmation", Map.of()).expect(200);
        return ticket;
    }

    private static String contact(Api reader, String what) {
        return reader.get("/api/v1/desk/escalation-contacts")
                .expect(200)
                .json()
                .valueStream()
                .filter(it -> OFFICE.equals(it.path("office").asString("")))
                .map(it -> it.path(what).asString(""))
                .findFirst()
                .orElseThrow();
    }

    private String waiting() {
        return officer()
                .get("/api/v1/desk/ticket-rechecks?limit=100")
                .expect(200)
                .text();
    }

    @Test
    void an_office_is_pressed_by_the_share_of_time_used_first_the_person_then_the_head_then_the_leader()
            throws IOException {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = officer();
        Staffing.Member worker = staffing.hire(COUNTY, Role.HANDLER, null, OFFICE);
        Staffing.Member head = staffing.hire(COUNTY, Role.HANDLER, null, OFFICE);
        Staffing.Member leader = staffing.hire(Role.LEADER);
        var phoneOfWorker = phones.bound(worker);
        var phoneOfHead = phones.bound(head);
        var phoneOfLeader = phones.bound(leader);
        bringToWork(ticket, officer, worker.api(), OFFICE);
        officer.post(
                        "/api/v1/desk/escalation-contacts",
                        Map.of("office", OFFICE, "head", login(head), "leader", login(leader)))
                .expect(204);
        officer.post("/api/v1/desk/escalation-contacts", Map.of("office", OFFICE, "head", "nobody-here"))
                .expect(400, "TICKET_CONTACT_UNKNOWN");
        assertThat(contact(officer, "headLogin")).isEqualTo(login(head));
        assertThat(contact(officer, "leaderLogin")).isEqualTo(login(leader));
        assertThat(contact(leader.api(), "headName"))
                .isEqualTo(contact(officer, "headName"))
                .isNotEmpty();
        assertThat(contact(leader.api(), "headLogin"))
                .as("who may not set them")
                .isEmpty();
        assertThat(contact(leader.api(), "leaderLogin")).isEmpty();

        set("2026-10-22T09:00");
        watch.giveLights();
        watch.giveLights();
        assertThat(lights(ticket)).containsExactly("答复黄灯", "答复红灯", "答复督办", "办结黄灯");
        assertThat(officer().get(desk(ticket)).expect(200).at("/card/lightName"))
                .isEqualTo("督办");
        Api handler = handler(OFFICE);
        handler.post(desk(ticket) + "/reply", text("计划下周增容。")).expect(204);
        assertThat(officer().get(desk(ticket)).expect(200).at("/card/lightName"))
                .isEqualTo("黄灯");
        set("2026-10-26T20:00");
        watch.giveLights();
        assertThat(lights(ticket)).as("not after close of work").hasSize(4);
        set("2026-10-28T09:00");
        watch.giveLights();
        assertThat(lights(ticket)).endsWith("办结红灯", "办结督办");
        String number = officer().get(desk(ticket)).expect(200).at("/card/number");
        settled(phoneOfWorker, number, "黄灯（办结）", "黄灯（答复）");
        settled(phoneOfHead, number, "红灯（办结）", "红灯（答复）");
        settled(phoneOfLeader, number, "督办（办结）", "督办（答复）");

        var sheet =
                handler(OFFICE).post(desk(ticket) + "/supervision-sheet", "").expect(200);
        try (var document = new XWPFDocument(new ByteArrayInputStream(sheet.bytes()));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("督办单", "厂区频繁停电", "已超期", "台账单位（盖章）");
        }
    }

    private String login(Staffing.Member member) {
        return sql.sql("select login_name from staff_account where id = ?")
                .param(member.id().value())
                .query(String.class)
                .single();
    }

    private void settled(io.qihang.testing.Phones.Person person, String number, String... headlines) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(person.api()
                        .get("/api/v1/me/inbox?limit=100")
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(it -> it.path("body").asString("").startsWith(number))
                        .map(it -> it.path("title").asString(""))
                        .filter(it -> it.contains("灯（") || it.contains("督办（"))
                        .map(it -> it.substring(0, it.indexOf('：'))))
                .containsExactlyInAnyOrder(headlines));
    }

    private List<String> lights(String ticket) {
        return officer()
                .get(desk(ticket) + "/lights")
                .expect(200)
                .json()
                .valueStream()
                .map(it -> it.path("step").asString("") + it.path("lightName").asString(""))
                .toList();
    }

    @Test
    void the_receipt_tells_its_holder_where_it_stands_and_nobody_anything_else() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = officer();
        bringToWork(ticket, officer, handler(OFFICE), OFFICE);
        var receipt = officer.post(desk(ticket) + "/receipt", "").expect(200);
        String number = receipt.at("/number");
        String secret = receipt.at("/secret");
        assertThat(secret).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(officer.post(desk(ticket) + "/receipt", "").expect(200).at("/secret"))
                .isEqualTo(secret);

        var status = anyone.post(
                        "/api/v1/ticket-receipts", Map.of("number", number, "secret", secret.toLowerCase(Locale.ROOT)))
                .expect(200);
        assertThat(status.at("/statusName")).isEqualTo("办理中");
        assertThat(status.at("/next")).isEqualTo("县发展和改革局应在 2026年10月10日 18:00 前答复。");
        assertThat(status.text()).doesNotContain("停电", "冠县虚构", ticket);
        String wrong = refusal(number, "0000-0000-0000");
        assertThat(wrong).isEqualTo(refusal("GX-2026-999999", secret));
    }

    private String refusal(String number, String secret) {
        var reply = anyone.post("/api/v1/ticket-receipts", Map.of("number", number, "secret", secret))
                .expect(404);
        return reply.at("/code") + reply.at("/detail");
    }

    @Test
    void what_enterprises_think_is_told_with_its_denominator_and_a_sample_is_called_back() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = closed(member, enterprise);
        assertThat(member.get(own(ticket) + "/follow-up").expect(200).at("/closed"))
                .isEqualTo("true");
        member.post(own(ticket) + "/feedback", Map.of()).expect(400, "TICKET_FEEDBACK_EMPTY");
        member.post(own(ticket) + "/feedback", Map.of("useful", false)).expect(204);
        member.post(own(ticket) + "/feedback", Map.of("contacted", true, "useful", true))
                .expect(204);
        assertThat(member.get(own(ticket) + "/follow-up").expect(200).at("/useful"))
                .isEqualTo("true");
        member(firms.in(QINGSHUI)).get(own(ticket) + "/follow-up").expect(404);
        Api officer = officer();
        officer.post("/api/v1/desk/ticket-samples?from=2026-09-01", "").expect(409, "TICKET_SAMPLE_EARLY");
        var rates = officer.get("/api/v1/desk/ticket-satisfaction?from=2026-09-30&until=2026-09-30")
                .expect(200);
        var ours = rates.json()
                .valueStream()
                .filter(it -> it.path("officeName").asString("").equals("县发展和改革局"))
                .findFirst()
                .orElseThrow();
        assertThat(ours.path("closed").asInt())
                .isGreaterThanOrEqualTo(ours.path("answered").asInt());
        assertThat(ours.path("useful").asInt()).isPositive();

        set("2026-10-08T09:00");
        officer = officer();
        officer.post("/api/v1/desk/ticket-samples?from=2026-09-01", "").expect(204);
        var drawn = officer.get("/api/v1/desk/ticket-samples?from=2026-09-01").expect(200);
        officer.post("/api/v1/desk/ticket-samples?from=2026-09-15", "").expect(204);
        assertThat(officer.get("/api/v1/desk/ticket-samples?from=2026-09-30")
                        .expect(200)
                        .text())
                .isEqualTo(drawn.text());
        int closed = Integer.parseInt(drawn.at("/closed"));
        assertThat(drawn.json().path("tickets").size()).isEqualTo((closed * 5 + 99) / 100);
        String sampled = drawn.at("/tickets/0/ticket");
        officer.post(desk(sampled) + "/call-back", Map.of("result", "SATISFIED", "note", "不再停电。"))
                .expect(204);
        assertThat(officer.get("/api/v1/desk/ticket-samples?from=2026-09-01")
                        .expect(200)
                        .at("/tickets/0/resultName"))
                .isEqualTo("满意");
    }

    @Test
    void every_figure_opens_as_the_tickets_behind_it() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api handler = handler(OFFICE);
        officer().post(desk(ticket) + "/dispatch", Map.of("office", OFFICE)).expect(204);
        handler.post(desk(ticket) + "/return", Map.of("ground", "not-duty", "reason", "不属本单位职责。", "office", "rsj"))
                .expect(204);
        set("2026-10-10T09:00");
        Api officer = officer();
        var shown = officer.get("/api/v1/desk/ticket-figures").expect(200);
        for (String figure : List.of("COLLECTED", "DUE_TODAY", "OVERDUE", "REFUSED")) {
            assertThat(behind(officer, figure, "")).as(figure).contains(ticket);
            assertThat(behind(officer, figure, "&unit=" + QINGSHUI)).as(figure).contains(ticket);
            assertThat(behind(officer, figure, "&unit=" + LIULIN)).as(figure).doesNotContain(ticket);
        }
        assertThat(behind(officer, "CLOSED", "")).doesNotContain(ticket);
        int collected = shown.json().path("figures").path(0).path("total").asInt();
        assertThat(collected).isPositive();
        assertThat(shown.json().path("steps").size()).isEqualTo(3);
        bringToWork(ticket, officer, handler(OFFICE), OFFICE);
        assertThat(officer.get("/api/v1/desk/ticket-figures").expect(200).at("/steps/0/met"))
                .isNotEqualTo("0");
    }

    @Test
    void what_was_given_back_twice_counts_twice_among_what_was_dispatched_and_reopened_among_closed() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = officer();
        Map<String, Integer> before = totals(officer);
        Map<String, String> refusal = Map.of("ground", "not-duty", "reason", "不属本单位职责。", "office", "rsj");
        for (String office : List.of(OFFICE, "gxj")) {
            officer.post(desk(ticket) + "/dispatch", Map.of("office", office)).expect(204);
            handler(office).post(desk(ticket) + "/return", refusal).expect(204);
        }
        String closed = raise(member, enterprise);
        bringToWork(closed, officer, handler(OFFICE), OFFICE);
        handler(OFFICE).post(desk(closed) + "/answer", answer("已增容。")).expect(204);
        member.once().post(own(closed) + "/confirmation", Map.of()).expect(200);
        officer.post(desk(closed) + "/reopening", reason("又停电。")).expect(204);

        Map<String, Integer> after = totals(officer);
        assertThat(after.get("REFUSED")).isEqualTo(before.getOrDefault("REFUSED", 0) + 2);
        assertThat(after.get("DISPATCHED")).isEqualTo(before.getOrDefault("DISPATCHED", 0) + 3);
        assertThat(after.get("CLOSED")).isEqualTo(before.getOrDefault("CLOSED", 0) + 1);
        assertThat(after.get("REOPENED")).isEqualTo(before.getOrDefault("REOPENED", 0) + 1);
        assertThat(names(officer, "REFUSED")).anyMatch(it -> it.endsWith("（2 次）"));
        assertThat(behind(officer, "REFUSED", "")).contains(ticket).doesNotContain(closed);
        assertThat(behind(officer, "DISPATCHED", "")).contains(ticket, closed);
        assertThat(behind(officer, "CLOSED", "")).contains(closed).doesNotContain(ticket);
        assertThat(behind(officer, "REOPENED", "")).contains(closed).doesNotContain(ticket);
    }

    private static Map<String, Integer> totals(Api officer) {
        var figures =
                officer.get("/api/v1/desk/ticket-figures").expect(200).json().path("figures");
        assertThat(figures.valueStream()
                        .filter(it -> !it.path("of").asString("").isEmpty())
                        .map(it -> it.path("figure").asString() + "/"
                                + it.path("of").asString()))
                .containsExactly("REFUSED/DISPATCHED", "REOPENED/CLOSED");
        return figures.valueStream()
                .collect(Collectors.toMap(it -> it.path("figure").asString(), it -> it.path("total")
                        .asInt()));
    }

    private static List<String> names(Api officer, String figure) {
        return officer.get("/api/v1/desk/ticket-figure-members?limit=100&figure=" + figure)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("name").asString())
                .toList();
    }

    private static List<String> behind(Api officer, String figure, String more) {
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            var page = officer.get("/api/v1/desk/ticket-figure-members?limit=100&figure=" + figure + more + after)
                    .expect(200);
            page.json()
                    .path("items")
                    .valueStream()
                    .forEach(it -> all.add(it.path("id").asString("")));
            after = page.at("/next").isEmpty() || page.at("/next").equals("null") ? "" : "&after=" + page.at("/next");
        } while (!after.isEmpty());
        return all;
    }

    private static String status(Api member, String ticket) {
        return member.get(own(ticket)).expect(200).at("/card/statusName");
    }

    private static String own(String ticket) {
        return "/api/v1/tickets/" + ticket;
    }
}
