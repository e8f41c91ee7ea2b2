package io.qihang.policy;

import static io.qihang.testing.Subscribers.inbox;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.embedded.EmbeddedServices;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.FactBook;
import io.qihang.enterprise.FactSource;
import io.qihang.enterprise.FactValue;
import io.qihang.enterprise.NewFact;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.policy.domain.PolicyRematch;
import io.qihang.policy.domain.WeeklyDigest;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.Subscribers;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a person need not be reminded of, what the week brings, and whom a new edition finds for the first time. */
@SystemTest
class PolicyTopicTests {

    private static final String XINING = "630100";
    private static final Map<String, Object> THREE_YEARS =
            Map.of("kind", "FACT", "fact", "founded_on", "operator", "FOR_YEARS", "values", List.of("3"));
    private static final String OWN = "冠县消息类别木业有限公司";

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
    Subscribers subscribers;

    @Autowired
    WeeklyDigest digest;

    @Autowired
    PolicyRematch rematch;

    @Autowired
    FactBook facts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Superuser superuser;

    private String unit = "";
    private Api officer = new Api("");

    @BeforeEach
    void on_a_thursday() {
        limits.forget();
        at("2027-09-02T10:00");
        officer = staffing.hire(Role.COUNTY_OFFICER).api();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private void at(String moment) {
        clock.stop(LocalDateTime.parse(moment).atZone(Times.SHANGHAI).toInstant());
    }

    @Test
    void who_mutes_new_policies_finds_them_in_the_inbox_and_a_statutory_one_by_wechat() {
        unit = "371525103";
        EnterpriseId firm = firms.named(OWN, unit);
        Phones.Person quiet = subscribed(firm);
        Phones.Person wanting = subscribed(firm);
        assertThat(topic(choose(quiet.api(), "POLICY", true), "POLICY")
                        .path("muted")
                        .asBoolean())
                .isTrue();
        quiet.api()
                .put("/api/v1/me/topics", Map.of("topic", "OWN", "muted", true))
                .expect(409, "TOPIC_KEPT");
        quiet.api()
                .put("/api/v1/me/topics", Map.of("topic", "STATUTORY", "muted", true))
                .expect(409, "TOPIC_KEPT");
        assertThat(quiet.api().get("/api/v1/me/data").expect(200).text()).contains("不要微信提醒");

        String plain = published(Map.of("shortTitle", "一般政策"), Map.of());
        assertThat(states(plain)).containsExactlyInAnyOrder("INBOX_ONLY 本人不要这类微信提醒", "SENT ");
        assertThat(inbox(quiet)).contains("一般政策");
        assertThat(unread(quiet)).isEqualTo(1);
        quiet.api().put("/api/v1/policies/" + plain + "/receipt", "").expect(204);
        assertThat(unread(quiet)).isZero();

        String due = published(Map.of("shortTitle", "依法告知", "statutoryBasis", "某条例（虚构）第九条"), Map.of());
        assertThat(states(due)).containsExactlyInAnyOrder("SENT ", "SENT ");

        choose(quiet.api(), "POLICY", false);
        subscribers.accept(quiet, EmbeddedServices.POLICY_TEMPLATE, 1);
        subscribers.accept(wanting, EmbeddedServices.POLICY_TEMPLATE, 1);
        String again = published(Map.of("shortTitle", "又收了"), Map.of());
        assertThat(states(again)).containsExactlyInAnyOrder("SENT ", "SENT ");
    }

    @Test
    void statutory_notices_are_counted_and_capped_in_each_region() {
        Api xining = officerOfXining();
        String path = "/api/v1/desk/counties/" + XINING + "/statutory-notices";
        officer.get(path).expect(404);
        int most = xining.get(path).expect(200).json().path("most").asInt();
        assertThat(most).isEqualTo(4);
        for (int i = 0; i < most; i++) staffing.publish(xining, statutory(xining));
        assertThat(xining.get(path).expect(200).json().path("used").asInt()).isEqualTo(most);
        String oneMore = statutory(xining);
        assertThat(staffing.sign(xining, oneMore).expect(409, "STATUTORY_FULL").text())
                .contains("最多 4 件");
        at("2027-10-05T10:00");
        assertThat(officerOfXining().get(path).expect(200).json().path("used").asInt())
                .isZero();
    }

    private Api officerOfXining() {
        return staffing.hire(new RegionCode(XINING), Role.COUNTY_OFFICER, null, null)
                .api();
    }

    private String statutory(Api by) {
        var particulars = Map.of("kind", "NOTICE", "shortTitle", "依法告知", "statutoryBasis", "某条例（虚构）第九条");
        return by.once()
                .post(
                        "/api/v1/desk/policies",
                        Map.of("region", XINING, "content", Map.of("particulars", particulars, "text", "甲")))
                .expect(201)
                .at("/id");
    }

    @Test
    void on_monday_the_week_is_told_once_and_by_wechat_only_to_who_wants_no_single_notices() {
        unit = "371525200";
        EnterpriseId firm = firms.in(unit);
        Phones.Person quiet = subscribed(firm);
        Phones.Person other = subscribed(firm);
        Phones.Person neither = subscribed(firm);
        choose(quiet.api(), "POLICY", true);
        choose(neither.api(), "POLICY", true);
        choose(neither.api(), "DIGEST", true);
        published(Map.of("shortTitle", "本周补助", "applyUntil", "2027-09-10"), Map.of());

        digest.run();
        assertThat(inbox(other)).doesNotContain("每周与您有关：1 件政策");
        at("2027-09-06T09:30");
        digest.run();
        digest.run();
        for (Phones.Person it : List.of(quiet, other, neither)) {
            assertThat(inbox(it)).containsOnlyOnce("每周与您有关：1 件政策");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> subscribers
                                .delivered(quiet, EmbeddedServices.POLICY_TEMPLATE)
                                .size()
                        == 1);
        assertThat(subscribers.delivered(other, EmbeddedServices.POLICY_TEMPLATE))
                .hasSize(1);
        assertThat(subscribers.delivered(neither, EmbeddedServices.POLICY_TEMPLATE))
                .isEmpty();
    }

    @Test
    void a_new_edition_is_split_into_the_newly_matched_and_the_told_by_unit_and_commissioner() {
        unit = "371525206";
        EnterpriseId known = firms.in(unit);
        Phones.Person member = subscribed(known);
        String first = published(Map.of("shortTitle", "第一版"), Map.of());
        var commissioner = staffing.hire(Role.COMMISSIONER);
        firms.assign(known, commissioner.id(), LocalDate.of(2027, 1, 1));
        member.api()
                .put(
                        "/api/v1/enterprises/" + known + "/policies/" + first + "/answer",
                        Map.of("kind", "UNFIT", "reason", "ENJOYED"))
                .expect(200);
        EnterpriseId fresh = firms.in(unit);
        String second = officer.post("/api/v1/desk/policies/" + first + "/replacement", "")
                .expect(201)
                .at("/id");
        String audience = "/api/v1/desk/policies/" + second + "/audience";
        JsonNode all = officer.get(audience + "?limit=100").expect(200).json();
        assertThat(named(all)).contains(known.toString(), fresh.toString());
        assertThat(all.path("enterprisesToldBefore").asInt())
                .isEqualTo(all.path("enterprises").asInt() - 1);
        assertThat(all.path("enterprisesEnjoying").asInt()).isEqualTo(1);
        assertThat(named(officer.get(audience + "?part=NEW").expect(200).json()))
                .containsExactly(fresh.toString());
        assertThat(named(officer.get(audience + "?part=TOLD_BEFORE&limit=100")
                        .expect(200)
                        .json()))
                .contains(known.toString())
                .doesNotContain(fresh.toString());
        JsonNode his = officer.get(audience + "?commissioner=" + commissioner.id())
                .expect(200)
                .json()
                .path("names")
                .path("items");
        assertThat(his).hasSize(1);
        assertThat(his.get(0).path("enjoys").asBoolean()).isTrue();
        assertThat(his.get(0).path("commissioner").asString()).isNotEmpty();
        assertThat(named(officer.get(audience + "?unit=371525001").expect(200).json()))
                .isEmpty();

        JsonNode shares = officer.get(audience + "/shares").expect(200).json();
        assertThat(shares.at("/units/0/unit").asString()).isEqualTo(unit);
        assertThat(shares.at("/units/0/enterprises").asInt())
                .isEqualTo(all.path("enterprises").asInt());
        assertThat(shares.at("/units/0/toldBefore").asInt())
                .isEqualTo(all.path("enterprisesToldBefore").asInt());
        int commissioned = shares.path("commissioners")
                .valueStream()
                .filter(it -> it.path("commissioner")
                        .asString("")
                        .equals(commissioner.id().toString()))
                .mapToInt(it -> it.path("enterprises").asInt())
                .sum();
        assertThat(commissioned).isEqualTo(1);
    }

    @Test
    void a_condition_that_is_met_with_the_years_alone_is_found_that_night() {
        unit = "371525209";
        EnterpriseId firm = firms.in(unit);
        Phones.Person member = phones.signIn();
        firms.join(firm, member.id());
        founded(firm, LocalDate.of(2024, 9, 3));
        String id = published(Map.of("shortTitle", "满三年"), Map.of("condition", THREE_YEARS));
        rematch.runDaily();
        assertThat(inbox(member)).isEmpty();
        at("2027-09-03T03:20");
        rematch.runDaily();
        assertThat(inbox(member)).containsExactly("满三年");
        rematch.runDaily();
        assertThat(inbox(member)).containsExactly("满三年");
        assertThat(staffing.hire(Role.COUNTY_OFFICER)
                        .api()
                        .get("/api/v1/desk/policies/" + id + "/outcome")
                        .expect(200)
                        .json()
                        .path("metLater")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whoever_comes_to_meet_a_policy_while_it_is_being_signed_is_told_with_the_others() {
        unit = "371525112";
        EnterpriseId firm = firms.in(unit);
        Phones.Person member = phones.signIn();
        firms.join(firm, member.id());
        String id = drafted(Map.of("shortTitle", "签发时"), Map.of("condition", THREE_YEARS));
        var database = superuser.database();
        database.sql("begin").update();
        CompletableFuture<Void> signed;
        try {
            database.sql("lock table policy_reach in share mode").update();
            signed = CompletableFuture.runAsync(() -> staffing.publish(officer, id));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> database.sql(
                                            "select count(*) from pg_locks where not granted and relation = 'policy_reach'::regclass")
                                    .query(Integer.class)
                                    .single()
                            == 1);
            founded(firm, LocalDate.of(2020, 9, 3));
            rematch.run();
        } finally {
            database.sql("commit").update();
        }
        signed.join();
        await().atMost(Duration.ofSeconds(30)).until(() -> inbox(member).equals(List.of("签发时")));
        assertThat(officer.get("/api/v1/desk/policies/" + id + "/reach")
                        .expect(200)
                        .json()
                        .path("enterprises")
                        .asInt())
                .isEqualTo(1);
    }

    private void founded(EnterpriseId firm, LocalDate day) {
        transaction.executeWithoutResult(status -> facts.record(List.of(new NewFact(
                firm,
                "founded_on",
                FactValue.of(day),
                null,
                new FactSource(FactSource.Kind.OFFICER, "test"),
                LocalDate.of(2026, 1, 1),
                null,
                null))));
    }

    private Phones.Person subscribed(EnterpriseId firm) {
        Phones.Person person = phones.signIn();
        firms.join(firm, person.id());
        return subscribers.accept(person, EmbeddedServices.POLICY_TEMPLATE, 2);
    }

    private static JsonNode choose(Api person, String topic, boolean muted) {
        return person.put("/api/v1/me/topics", Map.of("topic", topic, "muted", muted))
                .expect(200)
                .json();
    }

    private static int unread(Phones.Person person) {
        return person.api()
                .get("/api/v1/me/inbox/unread")
                .expect(200)
                .json()
                .path("unread")
                .asInt();
    }

    private static JsonNode topic(JsonNode topics, String name) {
        return topics.valueStream()
                .filter(it -> it.path("topic").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Publishes to the unit and waits until everybody's end state is known. */
    private String published(Map<String, ?> particulars, Map<String, ?> audience) {
        String id = drafted(particulars, audience);
        staffing.publish(officer, id);
        await().atMost(Duration.ofSeconds(60)).until(() -> !officer.get("/api/v1/desk/policies/" + id + "/reach")
                .expect(200)
                .at("/messages/settledAt")
                .isEmpty());
        return id;
    }

    private String drafted(Map<String, ?> particulars, Map<String, ?> audience) {
        Map<String, Object> all = new HashMap<>(particulars);
        all.put("kind", "NOTICE");
        Map<String, Object> whom = new HashMap<>(audience);
        whom.put("regions", List.of(unit));
        var content = Map.of("particulars", all, "audience", whom, "text", "一、标准\n补助两万元。");
        return officer.once()
                .post("/api/v1/desk/policies", Map.of("region", "371525", "content", content))
                .expect(201)
                .at("/id");
    }

    /** State and reason of each of our own firm who was told. */
    private List<String> states(String policy) {
        return officer.get("/api/v1/desk/policies/" + policy + "/reach/recipients?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.at("/acting/0/enterprise").asString("").equals(OWN))
                .map(it -> it.path("state").asString() + " " + it.path("reason").asString(""))
                .toList();
    }

    private static List<String> named(JsonNode audience) {
        return audience.path("names")
                .path("items")
                .valueStream()
                .map(it -> it.path("enterprise").asString())
                .toList();
    }
}
