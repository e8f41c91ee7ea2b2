package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.crypto.Vault;
import io.qihang.embedded.EmbeddedServices;
import io.qihang.identity.PersonId;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.Campaigns;
import io.qihang.notification.NewCampaign;
import io.qihang.platform.RegionCode;
import io.qihang.simulator.Duplicate;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.JournalEntry;
import io.qihang.simulator.PushSettings;
import io.qihang.simulator.TokenKind;
import io.qihang.simulator.User;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.MovableClock;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One campaign in which WeChat does everything it may do at once: it revokes the token, wants less, is at work on another
 * message to the same person, breaks off after it took a message, and reports three times and out of order.
 */
@SystemTest
class TroubledCampaignTests {

    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final String REPORT = "subscribe_msg_sent_event";
    private static final String PACE = "qihang:push:pace";
    private static final int RECIPIENTS = 200;
    private static final double SOME = 0.05;
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    /** Answers after which WeChat has done nothing. */
    private static final Set<Integer> NOTHING_DONE = Set.of(40001, 43108, 45009);

    @Autowired
    Campaigns campaigns;

    @Autowired
    MessageSending sending;

    @Autowired
    WeChatSimulator weChat;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @Value("${qihang.wechat.push-token}")
    String token;

    @Value("${qihang.wechat.aes-key}")
    String aesKey;

    private final String key = "test:" + UUID.randomUUID();
    private final String crowd = "o_troubled_" + UUID.randomUUID() + "_";

    /** WeChat's reports bear its own time, which may have been moved. */
    @BeforeEach
    void at_wechats_time() {
        clock.set(weChat.clock().instant());
    }

    @AfterEach
    void calm() {
        clock.reset();
        weChat.clearFaults();
        weChat.pushTo(null);
        redis.delete(PACE);
    }

    @Test
    void everyone_gets_it_once_all_the_same() {
        List<PersonId> persons = weChat.createUsers(crowd, RECIPIENTS, EmbeddedServices.POLICY_TEMPLATE, 1).stream()
                .map(this::subscriber)
                .toList();
        weChat.pushTo(PushSettings.secure("http://127.0.0.1:" + port + "/api/v1/wechat/push", token, aesKey));
        strike(Fault.before(SEND, new FaultAction.Errcode(45009)), SOME);
        strike(Fault.before(SEND, new FaultAction.Errcode(43108)), SOME);
        strike(Fault.after(SEND, new FaultAction.Reset()), SOME);
        strike(Fault.before(REPORT, new FaultAction.PushFault("reorder")), 0.3);
        strike(Fault.before(REPORT, new FaultAction.PushFault("duplicate", 3, 0)), 1);
        redis.delete(PACE);

        transaction.executeWithoutResult(status -> campaigns.open(campaign(), persons));
        sendUntil(RECIPIENTS / 2);
        weChat.revokeTokens(TokenKind.STABLE);
        sendUntil(RECIPIENTS);

        assertThat(progress().settledAt()).isNotNull();
        assertThat(weChat.duplicates(Duration.ofHours(1)))
                .extracting(Duplicate::openid)
                .noneMatch(it -> it.startsWith(crowd));
        assertThat(posts())
                .extracting(JournalEntry::errcode)
                .as("every trouble was met")
                .contains(40001, 43108, 45009, null);
        assertThat(posts())
                .filteredOn(it -> !NOTHING_DONE.contains(Objects.requireNonNullElse(it.errcode(), 0)))
                .as("one attempt that WeChat may have acted on, for each")
                .extracting(JournalEntry::openid)
                .hasSize(RECIPIENTS)
                .doesNotHaveDuplicates();
    }

    private void strike(Fault fault, double probability) {
        weChat.fault(fault.forOpenid(crowd + "*").withProbability(probability));
    }

    /** Who is to wait for the next attempt need not. */
    private void sendUntil(int sent) {
        await().atMost(AT_MOST).until(() -> {
            database.sql("""
                            update campaign_recipient r set next_at = :now from campaign c
                            where c.id = r.campaign_id and c.key = :key and r.state = 'READY' and r.next_at < 'infinity'
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("key", key)
                    .update();
            sending.run();
            return progress().sent() >= sent;
        });
    }

    private List<JournalEntry> posts() {
        return weChat.journal(SEND).stream()
                .filter(it -> it.openid() != null && it.openid().startsWith(crowd))
                .collect(Collectors.toList());
    }

    private CampaignProgress progress() {
        return campaigns.progress(key).orElseThrow();
    }

    private PersonId subscriber(User user) {
        UUID id = UUID.randomUUID();
        database.sql(
                        "insert into person (id, region_code, openid, openid_index, created_at) values (?, ?, ?, ?, now())")
                .params(
                        id,
                        "371525",
                        vault.seal("person", "openid", id, user.openid()).text(),
                        vault.blindIndex("person.openid", user.openid()))
                .update();
        database.sql("insert into subscription_balance (person_id, template, region_code, balance, updated_at) "
                        + "values (?, 'policy', '371525', 1, now())")
                .param(id)
                .update();
        return new PersonId(id);
    }

    private NewCampaign campaign() {
        return new NewCampaign(
                key,
                new RegionCode("371525"),
                "新政策",
                "（虚构）请看。",
                "pages/policy/show?id=1",
                "policy",
                Map.of("title", "关于开展申报的通知", "date", "2026年11月30日", "note", "请点开查看"));
    }
}
