package io.qihang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.embedded.EmbeddedServices;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.FactBook;
import io.qihang.enterprise.FactSource;
import io.qihang.enterprise.FactValue;
import io.qihang.enterprise.NewFact;
import io.qihang.enterprise.Usccs;
import io.qihang.platform.RegionCode;
import io.qihang.policy.domain.PolicyRematch;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.PushSettings;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Publishing tells exactly the audience: who is told, by what way, and what the officer sees of it. */
@SystemTest
class PublicationJourney {

    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final String TEMPLATE = EmbeddedServices.POLICY_TEMPLATE;
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @Autowired
    Api api;

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    WeChatSimulator weChat;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    FactBook facts;

    @Autowired
    PolicyRematch rematch;

    @BeforeEach
    void forgetLimits() {
        limits.forget();
    }

    @LocalServerPort
    int port;

    @Value("${qihang.wechat.push-token}")
    String pushToken;

    @Value("${qihang.wechat.aes-key}")
    String aesKey;

    @AfterEach
    void calm() {
        weChat.pushTo(null);
        weChat.clearFaults();
        clock.reset();
    }

    @Test
    void the_officer_sees_who_would_be_told_then_who_was_and_how() {
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        String qingshui = enterprise("371525", "371525104", "C16", "清水甲粮油");
        String jiazhen = enterprise("371525", "371525101", "C16", "贾镇乙粮油");
        String steel = enterprise("371525", "371525104", "C31", "清水丙钢铁");
        String empty = enterprise("371525", "371525104", "C15", "清水丁食品");
        Phones.Person asked = member(qingshui, "FINANCE", true);
        Phones.Person silent = member(qingshui, "CLERK", false);
        Phones.Person unknown = member(qingshui, "LEGAL_REPRESENTATIVE", true);
        Phones.Person elsewhere = member(jiazhen, "CLERK", true);
        Phones.Person otherTrade = member(steel, "CLERK", true);
        Phones.Person selfReported = phones.signIn();
        membership(qingshui, selfReported, "CLERK", "SELF_REPORTED");
        weChat.fault(Fault.after(SEND, new FaultAction.Reset()).forOpenid(unknown.openid()));

        String id = draft(
                officer,
                "371525",
                "清水粮油补助",
                Map.of("regions", List.of("371525104"), "industries", List.of("C16", "C15")));
        JsonNode audience = officer.api()
                .get("/api/v1/desk/policies/" + id + "/audience?limit=100")
                .expect(200)
                .json();
        assertThat(audience.path("names").path("items").findValuesAsString("name"))
                .contains("清水甲粮油", "清水丁食品")
                .doesNotContain("贾镇乙粮油", "清水丙钢铁");
        assertThat(audience.path("enterprises").asInt()).isEqualTo(2);
        assertThat(audience.path("persons").asInt()).isEqualTo(3);
        assertThat(audience.path("enterprisesWithoutMembers").asInt()).isEqualTo(1);
        assertThat(audience.path("enterprisesBeyondWeChat").asInt()).isEqualTo(1);
        assertThat(beyond(officer, id)).containsExactly("清水丁食品");
        assertThat(inbox(asked)).isEmpty();

        publish(officer, id);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        report(officer, id).at("/messages/doubtful").asInt())
                .isEqualTo(1));
        clock.move(Duration.ofMinutes(11));
        closed(officer, id);
        JsonNode report = report(officer, id);
        assertThat(report.at("/messages/recipients").asInt()).isEqualTo(3);
        assertThat(report.at("/messages/sent").asInt()).isEqualTo(1);
        assertThat(report.at("/messages/unsubscribed").asInt()).isEqualTo(1);
        assertThat(report.at("/messages/unknown").asInt()).isEqualTo(1);
        for (Phones.Person told : List.of(asked, silent, unknown)) {
            assertThat(inbox(told)).containsExactly("清水粮油补助");
        }
        for (Phones.Person untold : List.of(elsewhere, otherTrade, selfReported)) {
            assertThat(inbox(untold)).isEmpty();
            assertThat(weChat.messages(untold.openid())).isEmpty();
        }
        assertThat(weChat.messages(asked.openid())).hasSize(1);
        assertThat(weChat.messages(unknown.openid())).hasSize(1);

        asked.api().put("/api/v1/policies/" + id + "/receipt", Map.of()).expect(204);
        JsonNode names = officer.api()
                .get("/api/v1/desk/policies/" + id + "/reach/recipients?state=READ")
                .expect(200)
                .json();
        assertThat(names.path("items")).hasSize(1);
        assertThat(names.at("/items/0/acting/0/enterprise").asString()).isEqualTo("清水甲粮油");
        assertThat(names.at("/items/0/acting/0/role").asString()).isEqualTo("财务");
        assertThat(names.at("/items/0/policyReadAt").isNull()).isFalse();
        assertThat(names.toString()).doesNotContain(asked.openid()).doesNotContain(asked.phone());
        assertThat(report(officer, id).path("policyReaders").asInt()).isEqualTo(1);
        assertThat(empty).isNotEmpty();
        assertThat(beyond(officer, id)).as("every accept there is used up").containsExactlyInAnyOrder("清水甲粮油", "清水丁食品");
        officer.api()
                .post("/api/v1/desk/policies/" + id + "/reach/resend", Map.of())
                .expect(409, "NOTHING_FAILED");
    }

    private static List<String> beyond(Staffing.Member officer, String id) {
        return officer.api()
                .get("/api/v1/desk/policies/" + id + "/audience?part=BEYOND_WECHAT")
                .expect(200)
                .json()
                .findValuesAsString("name");
    }

    @Test
    void a_doubt_is_resolved_by_what_wechat_reports_and_never_by_sending_again() {
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        String unit = "371525105";
        Phones.Person doubtful = member(enterprise("371525", unit, "C21", "定远寨家具"), "CLERK", true);
        weChat.fault(Fault.after(SEND, new FaultAction.Reset()).forOpenid(doubtful.openid()));
        // others have moved WeChat's clock; a push too far from ours is refused
        clock.set(weChat.clock().instant());
        weChat.pushTo(PushSettings.secure("http://127.0.0.1:" + port + "/api/v1/wechat/push", pushToken, aesKey));
        String id = draft(officer, "371525", "家具补助", Map.of("regions", List.of(unit), "industries", List.of("C21")));
        publish(officer, id);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        report(officer, id).at("/messages/sent").asInt())
                .isEqualTo(1));
        assertThat(weChat.messages(doubtful.openid())).hasSize(1);
        assertThat(report(officer, id).at("/messages/doubtful").asInt()).isZero();
    }

    @Test
    void who_comes_to_meet_it_after_the_publication_is_added_and_told_once() {
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        String unit = "371525110";
        String now = enterprise("371525", unit, "C22", "现符合木业");
        String later = enterprise("371525", unit, "C22", "后符合木业");
        String never = enterprise("371525", unit, "C31", "别行业钢铁");
        Phones.Person person = member(later, "CLERK", false);
        Phones.Person other = member(never, "CLERK", false);
        transaction.executeWithoutResult(status -> facts.record(List.of(grade(now, "A"), grade(later, "B"))));
        var condition = Map.of("kind", "FACT", "fact", "land_output_grade", "operator", "IS", "values", List.of("A"));
        String id = draft(
                officer,
                "371525",
                "A类木业补助",
                Map.of("regions", List.of(unit), "industries", List.of("C22"), "condition", condition));
        publish(officer, id);
        closed(officer, id);
        assertThat(inbox(person)).isEmpty();
        transaction.executeWithoutResult(status -> facts.record(List.of(grade(later, "A"), grade(never, "A"))));
        for (int turn = 0; turn < 2; turn++) rematch.run();
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(inbox(person)).containsExactly("A类木业补助"));
        assertThat(inbox(other)).isEmpty();
        JsonNode outcome = officer.api()
                .get("/api/v1/desk/policies/" + id + "/outcome")
                .expect(200)
                .json();
        assertThat(outcome.path("metLater").asInt()).isEqualTo(1);
        assertThat(outcome.path("metToday").asInt()).isEqualTo(1);
        assertThat(report(officer, id).at("/messages/recipients").asInt()).isEqualTo(1);
        transaction.executeWithoutResult(status -> facts.record(List.of(grade(later, "A"))));
        rematch.run();
        assertThat(inbox(person)).containsExactly("A类木业补助");
    }

    @Test
    void the_officer_has_the_failed_sent_again_and_nobody_else() {
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        String unit = "371525105";
        String own = enterprise("371525", unit, "C19", "桑阿镇皮革");
        Phones.Person failed = member(own, "CLERK", true);
        Phones.Person silent = member(own, "FINANCE", false);
        weChat.fault(Fault.before(SEND, new FaultAction.Errcode(47003))
                .forOpenid(failed.openid())
                .times(1));
        String id = draft(officer, "371525", "皮革补助", Map.of("regions", List.of(unit)));
        publish(officer, id);
        closed(officer, id);
        assertThat(report(officer, id).at("/messages/failed").asInt()).isEqualTo(1);
        assertThat(report(officer, id).at("/messages/fault/advice").asString()).isNotEmpty();
        String resend = "/api/v1/desk/policies/" + id + "/reach/resend";
        staffing.hire(new RegionCode("630100"), Role.COUNTY_OFFICER, null, null)
                .api()
                .post(resend, Map.of())
                .expect(404);
        assertThat(officer.api().post(resend, Map.of()).expect(200).at("/persons"))
                .isEqualTo("1");
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        report(officer, id).at("/messages/sent").asInt())
                .isEqualTo(1));
        assertThat(report(officer, id).at("/messages/fault").isNull()).isTrue();
        assertThat(weChat.messages(failed.openid())).hasSize(1);
        assertThat(weChat.messages(silent.openid())).isEmpty();
    }

    @Test
    void an_event_delivered_twice_tells_nobody_twice() {
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        String unit = "371525112";
        Phones.Person person = member(enterprise("371525", unit, "C17", "甘官屯纺织"), "CLERK", true);
        weChat.accept(person.openid(), TEMPLATE);
        accepted(person);
        String id = draft(officer, "371525", "纺织补助", Map.of("regions", List.of(unit)));
        publish(officer, id);
        closed(officer, id);
        transaction.executeWithoutResult(status -> events.publishEvent(new PolicyPublished(PolicyId.of(id))));
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(unfinishedEvents(id)).isZero());
        assertThat(inbox(person)).containsExactly("纺织补助");
        assertThat(weChat.messages(person.openid())).hasSize(1);
    }

    @Test
    void an_event_whose_node_died_is_handed_over_again() {
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        String unit = "371525110";
        Phones.Person person = member(enterprise("371525", unit, "C18", "梁堂服装"), "CLERK", true);
        String id = draft(officer, "371525", "服装补助", Map.of("regions", List.of(unit)));
        publish(officer, id);
        closed(officer, id);
        transaction.executeWithoutResult(status -> {
            database.sql("delete from campaign_recipient where campaign_id = (select id from campaign where key = ?)")
                    .param("policy:" + id)
                    .update();
            database.sql("delete from campaign where key = ?")
                    .param("policy:" + id)
                    .update();
            database.sql("""
                            with done as (delete from event_publication_archive where serialized_event like ? returning *)
                            insert into event_publication
                            select id, listener_id, event_type, serialized_event, now() - interval '10 minutes', null,
                                'PROCESSING', 1, null from done
                            """).param("%" + id + "%").update();
        });
        assertThat(inbox(person)).isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(inbox(person)).containsExactly("服装补助"));
    }

    @Test
    void importing_the_first_policies_told_nobody() {
        assertThat(database.sql("""
                        select count(*) from campaign c join policy p on c.key = 'policy:' || p.id where p.pack is not null
                        """).query(Integer.class).single()).isZero();
        assertThat(database.sql("select count(*) from policy where pack like '371525/%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_policy_of_another_region_never_reaches_an_enterprise() {
        Staffing.Member xining = staffing.hire(new RegionCode("630100"), Role.COUNTY_OFFICER, null, null);
        Phones.Person guanxian = member(enterprise("371525", "371525107", "C13", "店子面粉"), "CLERK", true);
        String there = enterprise("630100", "630100", "C13", "西宁青稞");
        Phones.Person local = member(there, "CLERK", true);
        String id = draft(xining, "630100", "金丝雀补助", Map.of());
        publish(xining, id);
        closed(xining, id);
        assertThat(inbox(local)).containsExactly("金丝雀补助");
        assertThat(feedTitles(local, there)).contains("金丝雀补助").noneMatch(it -> it.contains("冠县"));

        String own = ownEnterprise(guanxian);
        assertThat(inbox(guanxian)).isEmpty();
        assertThat(weChat.messages(guanxian.openid())).isEmpty();
        assertThat(feedTitles(guanxian, own))
                .contains("2023年冠县优质企业培育计划实施方案", "关于促进民营经济高质量发展的意见（原件未载标题）")
                .noneMatch(it -> it.contains("金丝雀") || it.contains("西宁") || it.contains("保定"));
        guanxian.api().get("/api/v1/enterprises/" + there + "/policies").expect(404);
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        for (String path : List.of("/audience", "/reach", "/reach/recipients")) {
            officer.api().get("/api/v1/desk/policies/" + id + path).expect(404);
        }
    }

    @Test
    void a_citys_policy_reaches_its_counties() {
        Staffing.Member city = staffing.hire(new RegionCode("371500"), Role.COUNTY_OFFICER, null, null);
        String unit = "371525106";
        String own = enterprise("371525", unit, "C33", "北馆陶五金");
        Phones.Person person = member(own, "CLERK", false);
        String id = draft(city, "371500", "聊城市五金补助", Map.of("regions", List.of(unit)));
        publish(city, id);
        closed(city, id);
        assertThat(inbox(person)).containsExactly("聊城市五金补助");
        JsonNode first = api(person)
                .get("/api/v1/enterprises/" + own + "/policies?limit=100")
                .expect(200)
                .json();
        assertThat(first.path("items")
                        .valueStream()
                        .filter(it -> it.at("/policy/shortTitle").asString().equals("聊城市五金补助"))
                        .map(it -> it.path("addressed").asBoolean()))
                .containsExactly(true);
    }

    @Test
    void a_fact_decides_whom_a_policy_is_sent_to() {
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        String unit = "371525109";
        String good = enterprise("371525", unit, "C20", "辛集木业");
        String fair = enterprise("371525", unit, "C20", "辛集板材");
        String unheard = enterprise("371525", unit, "C20", "辛集家具");
        Phones.Person person = member(good, "CLERK", false);
        List<Phones.Person> others = List.of(member(fair, "CLERK", false), member(unheard, "CLERK", false));
        transaction.executeWithoutResult(status -> facts.record(List.of(grade(good, "A"), grade(fair, "B"))));
        var condition = Map.of(
                "kind",
                "FACT",
                "fact",
                "land_output_grade",
                "operator",
                "IS",
                "values",
                List.of("A"),
                "source",
                "一、范围");
        var right = Map.of("name", "A类", "facts", Map.of("land_output_grade", "A"), "expected", "MET");
        var wrong = Map.of("name", "B类", "facts", Map.of("land_output_grade", "B"), "expected", "MISSING");
        Map<String, Object> audience =
                Map.of("regions", List.of(unit), "condition", condition, "cases", List.of(right, wrong));
        String id = draft(officer, "371525", "A类企业补助", audience);
        String desk = "/api/v1/desk/policies/" + id;
        JsonNode met = officer.api().get(desk + "/audience").expect(200).json();
        assertThat(met.findValuesAsString("name")).containsExactly("辛集木业");
        assertThat(met.path("enterprisesMissing").asInt()).isEqualTo(1);
        JsonNode missing =
                officer.api().get(desk + "/audience?part=MISSING").expect(200).json();
        assertThat(missing.at("/names/items/0/name").asString()).isEqualTo("辛集家具");
        assertThat(missing.at("/names/items/0/missing/0").asString()).isEqualTo("亩产效益等级");
        JsonNode why = officer.api().get(desk + "/verdicts/" + fair).expect(200).json();
        assertThat(why.path("sentence").asString()).isEqualTo("亩产效益等级是“A”");
        assertThat(why.at("/found/verdict").asString()).isEqualTo("UNMET");
        assertThat(why.at("/found/known").asString()).isEqualTo("B");
        assertThat(why.at("/found/source").asString()).isEqualTo("一、范围");
        assertThat(officer.api()
                        .get(desk + "/cases")
                        .expect(200)
                        .json()
                        .at("/1/actual")
                        .asString())
                .isEqualTo("UNMET");
        officer.api().post(desk + "/submission", "").expect(409, "CASE_FAILED");
        var revision = new java.util.HashMap<String, Object>(
                content("A类企业补助", Map.of("regions", List.of(unit), "condition", condition, "cases", List.of(right))));
        revision.put("seenVersion", 0);
        officer.api().put(desk, revision).expect(200);
        publish(officer, id);
        closed(officer, id);
        assertThat(inbox(person)).containsExactly("A类企业补助");
        assertThat(others).allSatisfy(it -> assertThat(inbox(it)).isEmpty());

        String sent = "/api/v1/desk/enterprises/" + good + "/policies";
        Staffing.Member own = staffing.hireFor(unit);
        for (Staffing.Member reader : List.of(officer, own)) {
            assertThat(reader.api().get(sent).expect(200).json().findValuesAsString("shortTitle"))
                    .containsExactly("A类企业补助");
        }
        assertThat(officer.api()
                        .get("/api/v1/desk/enterprises/" + fair + "/policies")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        staffing.hireFor("371525107").api().get(sent).expect(404);
    }

    private static NewFact grade(String enterprise, String grade) {
        return new NewFact(
                EnterpriseId.of(enterprise),
                "land_output_grade",
                FactValue.of(grade),
                null,
                new FactSource(FactSource.Kind.OFFICER, "test"),
                LocalDate.of(2026, 1, 1),
                null,
                null);
    }

    @Test
    void the_feed_shows_the_unread_first_and_what_became_of_policies() {
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        String own = enterprise("371525", "371525108", "C13", "定远寨饲料");
        Phones.Person person = member(own, "CLERK", false);
        String old = published(officer, "旧办法");
        String later = published(officer, "新办法");
        assertThat(feedTitles(person, own).indexOf("新办法"))
                .isLessThan(feedTitles(person, own).indexOf("旧办法"));

        person.api().put("/api/v1/policies/" + later + "/receipt", Map.of()).expect(204);
        List<String> titles = feedTitles(person, own);
        assertThat(titles.indexOf("旧办法")).isLessThan(titles.indexOf("新办法"));
        assertThat(feed(person, own)).extracting(it -> it.at("/policy/id")).doesNotHaveDuplicates();

        officer.api()
                .post("/api/v1/desk/policies/" + old + "/withdrawal", Map.of("reason", "作废"))
                .expect(204);
        JsonNode withdrawn = feed(person, own).stream()
                .filter(it -> it.at("/policy/id").asString().equals(old))
                .findFirst()
                .orElseThrow();
        assertThat(withdrawn.at("/policy/statusLabel").asString()).isEqualTo("已撤回");
        assertThat(withdrawn.path("unread").asBoolean()).isFalse();
    }

    @Test
    void messages_of_others_answer_like_missing_ones_and_reading_counts_once() {
        Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);
        String unit = "371525111";
        Phones.Person person = member(enterprise("371525", unit, "C13", "范寨面业"), "CLERK", false);
        Phones.Person stranger = phones.signIn();
        String id = draft(officer, "371525", "面业补助", Map.of("regions", List.of(unit), "industries", List.of("C13")));
        publish(officer, id);
        closed(officer, id);
        String message = person.api().get("/api/v1/me/inbox").expect(200).at("/items/0/id");
        stranger.api().put("/api/v1/me/inbox/" + message + "/receipt", Map.of()).expect(404);
        person.api().put("/api/v1/me/inbox/" + message + "/receipt", Map.of()).expect(204);
        String readAt = person.api().get("/api/v1/me/inbox").at("/items/0/readAt");
        clock.move(Duration.ofMinutes(5));
        person.api().put("/api/v1/me/inbox/" + message + "/receipt", Map.of()).expect(204);
        assertThat(person.api().get("/api/v1/me/inbox").at("/items/0/readAt"))
                .isEqualTo(readAt)
                .isNotEmpty();
        assertThat(report(officer, id).at("/messages/read").asInt()).isEqualTo(1);
        assertThat(report(officer, id).at("/messages/unsubscribed").asInt()).isZero();
    }

    @Test
    void a_repeated_report_of_the_same_tap_counts_once() {
        Phones.Person person = phones.signIn();
        Api tap = person.api().once();
        var body = Map.of("answers", List.of(Map.of("templateId", TEMPLATE, "answer", "ACCEPT")));
        tap.post("/api/v1/me/subscriptions", body).expect(200);
        assertThat(balance(tap.post("/api/v1/me/subscriptions", body))).isEqualTo(1);
        assertThat(balance(person.api().once().post("/api/v1/me/subscriptions", body)))
                .isEqualTo(2);
        person.api()
                .once()
                .post(
                        "/api/v1/me/subscriptions",
                        Map.of("answers", List.of(Map.of("templateId", "nobody-knows-it", "answer", "ACCEPT"))))
                .expect(400, "TEMPLATE_UNKNOWN");
        var rejected = Map.of("answers", List.of(Map.of("templateId", TEMPLATE, "answer", "REJECT")));
        assertThat(balance(person.api().once().post("/api/v1/me/subscriptions", rejected)))
                .isZero();
    }

    private static int balance(Api.Reply subscriptions) {
        return subscriptions
                .expect(200)
                .json()
                .path("templates")
                .valueStream()
                .filter(it -> it.path("templateId").asString().equals(TEMPLATE))
                .findFirst()
                .orElseThrow()
                .path("balance")
                .asInt();
    }

    private static Api api(Phones.Person person) {
        return person.api();
    }

    private String draft(Staffing.Member officer, String region, String title, Map<String, Object> audience) {
        return officer.api()
                .once()
                .post("/api/v1/desk/policies", Map.of("region", region, "content", content(title, audience)))
                .expect(201)
                .at("/id");
    }

    private static Map<String, Object> content(String title, Map<String, Object> audience) {
        return Map.of(
                "particulars",
                Map.of("kind", "NOTICE", "shortTitle", title, "applyUntil", "2099-12-31"),
                "audience",
                audience,
                "text",
                "## 一、标准\n每家十万元。");
    }

    private void publish(Staffing.Member officer, String id) {
        staffing.publish(officer.api(), id);
    }

    private String published(Staffing.Member officer, String title) {
        String id = draft(officer, "371525", title, Map.of("regions", List.of("371525102")));
        publish(officer, id);
        return id;
    }

    /** Waits until every recipient has come to an end. */
    private void closed(Staffing.Member officer, String id) {
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        report(officer, id).at("/messages/settledAt").asString(""))
                .isNotEmpty());
    }

    private JsonNode report(Staffing.Member officer, String id) {
        return officer.api()
                .get("/api/v1/desk/policies/" + id + "/reach")
                .expect(200)
                .json();
    }

    private int unfinishedEvents(String id) {
        return database.sql("select count(*) from event_publication where serialized_event like ?")
                .param("%" + id + "%")
                .query(Integer.class)
                .single();
    }

    private static List<String> inbox(Phones.Person person) {
        return person.api().get("/api/v1/me/inbox").expect(200).json().findValuesAsString("title");
    }

    private static List<JsonNode> feed(Phones.Person person, String enterprise) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        do {
            Api.Reply page = person.api()
                    .get("/api/v1/enterprises/" + enterprise + "/policies?limit=7" + after)
                    .expect(200);
            page.json().path("items").forEach(items::add);
            String next = page.at("/next");
            after = next.isEmpty() ? "" : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!after.isEmpty());
        return items;
    }

    private static List<String> feedTitles(Phones.Person person, String enterprise) {
        return feed(person, enterprise).stream()
                .map(it -> it.at("/policy/shortTitle").asString())
                .toList();
    }

    private String ownEnterprise(Phones.Person person) {
        return database.sql("select enterprise_id::text from membership where person_id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    private String enterprise(String county, String unit, String industry, String name) {
        String id = UUID.randomUUID().toString();
        database.sql("""
                        insert into enterprise (id, region_code, uscc, name, name_key, unit_code, industry_code, accepted_at,
                            version)
                        values (?::uuid, ?, ?, ?, ?, ?, ?, now(), 0)
                        """)
                .params(id, county, Usccs.next(), name, name, unit, industry)
                .update();
        return id;
    }

    private Phones.Person member(String enterprise, String role, boolean subscribed) {
        Phones.Person person = phones.signIn();
        membership(enterprise, person, role, "OFFICER");
        if (subscribed) {
            weChat.accept(person.openid(), TEMPLATE);
            accepted(person);
        }
        return person;
    }

    private static void accepted(Phones.Person person) {
        person.api()
                .once()
                .post(
                        "/api/v1/me/subscriptions",
                        Map.of("answers", List.of(Map.of("templateId", TEMPLATE, "answer", "ACCEPT"))))
                .expect(200);
    }

    private void membership(String enterprise, Phones.Person person, String role, String proof) {
        database.sql("""
                        insert into membership (id, region_code, enterprise_id, person_id, role, status, proof, manager,
                            requested_at, confirmed_at, note, version)
                        select gen_random_uuid(), region_code, id, ?, ?, 'ACTIVE', ?, false, now(),
                            case when ? <> 'SELF_REPORTED' then now() end, '', 0
                        from enterprise where id = ?::uuid
                        """)
                .params(person.id().value(), role, proof, proof, enterprise)
                .update();
    }
}
