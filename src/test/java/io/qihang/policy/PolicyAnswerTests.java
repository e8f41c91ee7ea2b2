package io.qihang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.agenda.Tasks;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.policy.domain.WindowWatch;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** After the push: what enterprises answer, whom a commissioner told in person, and what the officer sees of it. */
@SystemTest
class PolicyAnswerTests {

    private static final String UNIT = "371525111";
    private static final String ELSEWHERE = "371525108";

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    Tasks tasks;

    @Autowired
    WindowWatch watch;

    @Autowired
    JdbcClient database;

    private EnterpriseId firm = new EnterpriseId(new java.util.UUID(0, 0));
    private Api officer = new Api("");
    private Api member = new Api("");

    @BeforeEach
    void on_a_wednesday() {
        limits.forget();
        clock.stop(
                LocalDateTime.parse("2026-10-21T10:00").atZone(Times.SHANGHAI).toInstant());
        firm = firms.in(UNIT);
        officer = staffing.hire(Role.COUNTY_OFFICER).api();
        member = member(firm);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void who_takes_applications_and_how_long_there_is_time_stands_under_the_policy() {
        String policy = published(Map.of(
                "applyFrom", "2026-10-01",
                "applyUntil", "2026-10-28",
                "applyOffice", "县工业和信息化局",
                "applyChannel", "政务服务大厅企业窗口（虚构）"));
        JsonNode standing = member.get(own(policy)).expect(200).json();
        assertThat(standing.path("addressed").asBoolean()).isTrue();
        assertThat(standing.path("windowLabel").asString()).isEqualTo("申报中");
        assertThat(standing.path("workingDaysLeft").asInt()).isEqualTo(5);
        assertThat(standing.path("applyOffice").asString()).isEqualTo("县工业和信息化局");
        assertThat(standing.path("applyChannel").asString()).isEqualTo("政务服务大厅企业窗口（虚构）");
        assertThat(standing.path("answers")).isEmpty();
    }

    @Test
    void the_days_of_all_policies_stand_in_one_calendar_what_closes_first_first() {
        published(Map.of("shortTitle", "今年已截止", "applyUntil", "2026-09-30"));
        published(Map.of(
                "shortTitle", "每年都有", "applyFrom", "2026-03-01", "applyUntil", "2026-04-30", "applyYearly", true));
        published(Map.of("shortTitle", "下周开始", "applyFrom", "2026-10-26", "applyUntil", "2026-11-30"));
        published(Map.of("shortTitle", "正在申报", "applyUntil", "2026-10-28"));
        JsonNode windows = member.get("/api/v1/enterprises/" + firm + "/policy-windows")
                .expect(200)
                .json();
        assertThat(windows.findValuesAsString("shortTitle")).containsExactly("正在申报", "下周开始", "每年都有");
        assertThat(windows.at("/0/workingDaysLeft").asInt()).isEqualTo(5);
        assertThat(windows.at("/1/workingDaysToOpen").asInt()).isEqualTo(3);
        assertThat(windows.at("/2/expected").asBoolean()).isTrue();
        assertThat(windows.at("/2/from").asString()).isEqualTo("2027-03-01");
    }

    @Test
    void who_may_apply_is_reminded_once_before_it_opens_and_before_it_closes_unless_it_does_not_fit() {
        String policy = published(Map.of("shortTitle", "提醒补助", "applyFrom", "2026-10-28", "applyUntil", "2026-11-30"));
        settled(policy);
        EnterpriseId beside = firms.in(UNIT);
        Api stranger = member(beside);
        for (int turn = 0; turn < 2; turn++) watch.run();
        assertThat(inbox(member)).containsExactlyInAnyOrder("申报开始2026年10月28日。请点开看找谁、怎么申报。", "申报截止2026年11月30日");
        assertThat(inbox(stranger)).as("it was not sent there").isEmpty();
        answered(policy, "UNFIT", "TRADE");
        clock.stop(
                LocalDateTime.parse("2026-11-25T10:00").atZone(Times.SHANGHAI).toInstant());
        watch.run();
        assertThat(inbox(member)).hasSize(2);
    }

    /** The bodies of the messages about 提醒补助, the publication's cut down to its window. */
    private static List<String> inbox(Api reader) {
        return reader.get("/api/v1/me/inbox")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("title").asString().equals("提醒补助"))
                .map(it -> it.path("body").asString().replaceFirst("^.*发布。(申报截止[^。]*)。$", "$1"))
                .toList();
    }

    @Test
    void wanting_to_apply_and_not_fitting_overtake_each_other() {
        String policy = published(Map.of());
        answered(policy, "APPLY", null);
        answered(policy, "APPLY", null);
        assertThat(outcome(policy).path("apply").asInt()).isEqualTo(1);
        JsonNode said = answered(policy, "UNFIT", "ENJOYED");
        assertThat(said.path("answers")).hasSize(1);
        assertThat(said.at("/answers/0/reasonLabel").asString()).isEqualTo("已经享受");
        JsonNode outcome = outcome(policy);
        assertThat(outcome.path("apply").asInt()).isZero();
        assertThat(outcome.path("unfit").asInt()).isEqualTo(1);
        assertThat(outcome.at("/reasons/0/reason").asString()).isEqualTo("ENJOYED");
        member.put(own(policy) + "/answer", Map.of("kind", "UNFIT")).expect(400, "REASON_MISSING");
    }

    @Test
    void nobody_applies_after_the_last_day_but_may_still_ask() {
        String policy = published(Map.of("applyUntil", "2026-10-20"));
        var refused = member.put(own(policy) + "/answer", Map.of("kind", "APPLY"));
        refused.expect(409, "WINDOW_CLOSED");
        assertThat(refused.text()).contains("2026-10-20", "请联系我");
        assertThat(answered(policy, "CONTACT", null).at("/answers/0/ticket").asString())
                .isNotEmpty();
    }

    @Test
    void who_asks_to_be_called_has_one_open_ticket_and_the_officer_sees_it_close() {
        String policy = published(Map.of());
        var asking = Map.of("kind", "CONTACT", "words", "设备是去年买的，能不能申报？");
        String ticket = member.put(own(policy) + "/answer", asking).expect(200).at("/answers/0/ticket");
        assertThat(member.put(own(policy) + "/answer", asking).expect(200).at("/answers/0/ticket"))
                .isEqualTo(ticket);
        JsonNode raised = member.get("/api/v1/tickets/" + ticket).expect(200).json();
        assertThat(raised.toString()).contains("请联系我：设备更新补助", "设备是去年买的");
        JsonNode line = officer.get("/api/v1/desk/policies/" + policy + "/answers?kind=CONTACT")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(line.path("enterprise").asString()).isEqualTo(firm.toString());
        assertThat(line.path("ticketNumber").asString()).isNotEmpty();
        assertThat(line.path("ticketClosedAt").isNull()).isTrue();

        member.once()
                .post("/api/v1/tickets/" + ticket + "/withdrawal", Map.of("reason", "已经问清楚了"))
                .expect(200);
        assertThat(outcome(policy).path("contactClosed").asInt()).isEqualTo(1);
        assertThat(member.put(own(policy) + "/answer", asking).expect(200).at("/answers/0/ticket"))
                .as("a closed one is followed by another")
                .isNotEqualTo(ticket);
    }

    @Test
    void what_they_ask_is_checked_before_a_colleague_reads_it() {
        String policy = published(Map.of());
        var asking = Map.of("kind", "CONTACT", "words", "[review]设备是去年买的。");
        String ticket = member.put(own(policy) + "/answer", asking).expect(200).at("/answers/0/ticket");
        assertThat(member.get("/api/v1/tickets/" + ticket).expect(200).text()).contains("设备是去年买的");
        Api colleague = member(firm);
        for (String path : List.of("/api/v1/tickets/" + ticket, own(policy))) {
            assertThat(colleague.get(path).expect(200).text()).doesNotContain("设备是去年买的");
        }
    }

    @Test
    void eight_at_once_who_ask_to_be_called_make_one_ticket() throws Exception {
        String policy = published(Map.of());
        List<Callable<Integer>> asking = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(it -> () -> member.put(own(policy) + "/answer", Map.of("kind", "CONTACT"))
                        .status())
                .toList();
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var done : pool.invokeAll(asking)) assertThat(done.get()).isEqualTo(200);
        } finally {
            pool.shutdown();
        }
        assertThat(database.sql("select count(*) from ticket where enterprise_id = ?")
                        .param(firm.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_a_commissioner_tells_in_person_is_the_recipients_state_and_closes_the_task() {
        Staffing.Member commissioner = staffing.hire(Role.COMMISSIONER);
        Api phone = phones.bound(commissioner).api();
        firms.assign(firm, commissioner.id(), LocalDate.of(2026, 9, 1));
        String policy = published(Map.of());
        settled(policy);
        tasks.reconsider(new RegionCode("371525"), firm.value());
        assertThat(unread(phone)).containsExactly(policy);
        assertThat(tasks(phone)).contains("policy-unread");
        String telling = "/api/v1/field" + ofFirm(policy) + "/telling";
        phone.put(telling, "").expect(204);
        phone.put(telling, "").expect(204);
        assertThat(unread(phone)).isEmpty();
        assertThat(tasks(phone)).doesNotContain("policy-unread");
        JsonNode report = officer.get("/api/v1/desk/policies/" + policy + "/reach")
                .expect(200)
                .json();
        assertThat(report.at("/messages/told").asInt()).isEqualTo(1);
        assertThat(outcome(policy).path("told").asInt()).isEqualTo(1);
        assertThat(database.sql("select count(*) from audit_event where action = 'policy.tell' and object_id = ?")
                        .param(policy)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        member.put("/api/v1/policies/" + policy + "/receipt", "").expect(204);
        assertThat(officer.get("/api/v1/desk/policies/" + policy + "/reach")
                        .expect(200)
                        .json()
                        .at("/messages/read")
                        .asInt())
                .as("who reads it later counts as having read it")
                .isEqualTo(1);
    }

    @Test
    void nobody_tells_another_s_enterprise_nor_what_was_not_sent() {
        Staffing.Member commissioner = staffing.hire(Role.COMMISSIONER);
        Api phone = phones.bound(commissioner).api();
        String policy = published(Map.of());
        phone.put("/api/v1/field" + ofFirm(policy) + "/telling", "").expect(404);
        EnterpriseId beside = firms.in(ELSEWHERE);
        firms.assign(beside, commissioner.id(), LocalDate.of(2026, 9, 1));
        phone.put("/api/v1/field/enterprises/" + beside + "/policies/" + policy + "/telling", "")
                .expect(409, "NOT_SENT");
    }

    @Test
    void a_policy_of_another_region_and_a_withdrawn_one_take_no_answer() {
        Api xining = staffing.hire(new RegionCode("630100"), Role.COUNTY_OFFICER, null, null)
                .api();
        String foreign = published(xining, "630100", Map.of(), List.of());
        member.get(own(foreign)).expect(404);
        member.put(own(foreign) + "/answer", Map.of("kind", "APPLY")).expect(404);
        String policy = published(Map.of());
        officer.post("/api/v1/desk/policies/" + policy + "/withdrawal", Map.of("reason", "标准有误"))
                .expect(204);
        member.put(own(policy) + "/answer", Map.of("kind", "APPLY")).expect(409, "NOT_PUBLISHED");
        phones.signIn().api().get(own(policy)).expect(404);
        xining.get("/api/v1/desk/policies/" + policy + "/answers").expect(404);
        xining.get("/api/v1/desk/policies/" + policy + "/outcome").expect(404);
    }

    private Api member(EnterpriseId enterprise) {
        var person = phones.signIn();
        firms.join(enterprise, person.id());
        return person.api();
    }

    private String own(String policy) {
        return "/api/v1" + ofFirm(policy);
    }

    private String ofFirm(String policy) {
        return "/enterprises/" + firm + "/policies/" + policy;
    }

    private JsonNode answered(String policy, String kind, @org.jspecify.annotations.Nullable String reason) {
        Map<String, String> said = new HashMap<>(Map.of("kind", kind));
        if (reason != null) said.put("reason", reason);
        return member.put(own(policy) + "/answer", said).expect(200).json();
    }

    private JsonNode outcome(String policy) {
        return officer.get("/api/v1/desk/policies/" + policy + "/outcome")
                .expect(200)
                .json();
    }

    /** The policies the brief before the door holds. */
    private List<String> unread(Api phone) {
        return phone.get("/api/v1/field/enterprises/" + firm + "/brief")
                .expect(200)
                .json()
                .path("sections")
                .valueStream()
                .filter(it -> it.path("key").asString().equals("policy-unread"))
                .flatMap(it -> it.path("items").valueStream())
                .map(it -> it.path("id").asString())
                .toList();
    }

    private List<String> tasks(Api phone) {
        return phone.get("/api/v1/field/tasks?enterprise=" + firm)
                .expect(200)
                .json()
                .findValuesAsString("rule");
    }

    private void settled(String policy) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !officer.get("/api/v1/desk/policies/" + policy + "/reach")
                .expect(200)
                .at("/messages/settledAt")
                .isEmpty());
    }

    private String published(Map<String, ?> particulars) {
        return published(officer, "371525", particulars, List.of(UNIT));
    }

    private String published(Api by, String region, Map<String, ?> particulars, List<String> units) {
        Map<String, Object> all = new HashMap<>(particulars);
        all.put("kind", "NOTICE");
        all.putIfAbsent("shortTitle", "设备更新补助");
        var content = Map.of("particulars", all, "audience", Map.of("regions", units), "text", "一、标准\n补助两万元。");
        String id = by.once()
                .post("/api/v1/desk/policies", Map.of("region", region, "content", content))
                .expect(201)
                .at("/id");
        staffing.publish(by, id);
        return id;
    }
}
