package io.qihang.testing;

import io.qihang.crypto.Vault;
import io.qihang.embedded.EmbeddedServices;
import io.qihang.identity.PersonId;
import io.qihang.simulator.PushSettings;
import io.qihang.simulator.SimulatorSettings;
import io.qihang.simulator.Template;
import io.qihang.simulator.WeChatSimulator;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many persons who accepted one message each, in a database of their own and with a WeChat of their own, which both
 * outlive the nodes that tell them something.
 */
public final class Crowd implements AutoCloseable {

    /** Where messages are sent to. */
    public static final String SEND = "/cgi-bin/message/subscribe/send";

    private static final String COUNTY = "371525";
    public static final String TEMPLATE = EmbeddedServices.POLICY_TEMPLATE;
    public static final String OPENIDS = "o_crowd_";
    private static final String REDIS_DATABASE = "2";
    private static final int CANARY = 20;
    /** So many would WeChat take for each person, so that a second message does not go unseen. */
    private static final int MORE_THAN_DUE = 3;

    private static final String PUSH_TOKEN = "qihang.wechat.push-token";
    private static final String PUSH_KEY = "qihang.wechat.aes-key";

    private final WeChatSimulator weChat;
    private final SingleConnectionDataSource source;
    private final JdbcTemplate database;
    private final String url;
    private final Environment environment;
    private final DataRedisConnectionDetails redis;
    private final Vault vault;
    private final Path folder;
    private final UUID campaign = UUID.randomUUID();
    private final List<PersonId> persons = new ArrayList<>();

    /**
     * @param url of a fresh database, which the first node fills
     * @param calls how many calls WeChat's journal is to hold
     */
    public Crowd(
            String url,
            DataRedisConnectionDetails redis,
            Environment environment,
            Vault vault,
            int calls,
            Path folder) {
        this.url = url;
        this.redis = redis;
        this.environment = environment;
        this.vault = vault;
        this.folder = folder;
        source = new SingleConnectionDataSource(url, "postgres", "", true);
        database = new JdbcTemplate(source);
        weChat = WeChatSimulator.start(SimulatorSettings.of(
                        environment.getRequiredProperty("qihang.wechat.app-id"),
                        environment.getRequiredProperty("qihang.wechat.app-secret"))
                .withJournalCapacity(calls));
        weChat.putTemplate(
                Template.oneTime(TEMPLATE, "新政策提醒", Map.of("thing1", "thing", "date2", "date", "thing3", "thing")));
    }

    public WeChatSimulator weChat() {
        return weChat;
    }

    /** A node among them, not yet started. */
    public ProductionProcess node(String name) {
        return new ProductionProcess(url, redis, folder)
                .withKeysOf(environment)
                .with("spring.data.redis.database", REDIS_DATABASE)
                .with("spring.application.name", name)
                .with(PUSH_TOKEN, environment.getRequiredProperty(PUSH_TOKEN))
                .with(PUSH_KEY, environment.getRequiredProperty(PUSH_KEY))
                .with("qihang.notification.templates.policy.id", TEMPLATE)
                .facing(weChat);
    }

    /** WeChat reports to this node from now on. */
    public void reportTo(ProductionProcess.Running node) {
        weChat.pushTo(PushSettings.secure(
                "http://127.0.0.1:" + node.port() + "/api/v1/wechat/push",
                environment.getRequiredProperty(PUSH_TOKEN),
                environment.getRequiredProperty(PUSH_KEY)));
    }

    /** A person with a phone, signed in at the node, who was told so much before. */
    public Phones.Person reader(ProductionProcess.Running node, Limits limits, int told) {
        var reader = new Phones(weChat, node.api(), limits, Clock.systemUTC()).signIn();
        database.update("""
                with told as (
                    insert into campaign (id, region_code, key, title, body, page, fields, created_at, settled_at, closes_at,
                        closed_at)
                    select gen_random_uuid(), ?, 'past:' || n, '新政策', '（虚构）请看。', 'pages/policy/show?id=1', '{}',
                        now() - n * interval '1 day', now(), now(), now()
                    from generate_series(1, ?) n
                    returning id)
                insert into campaign_recipient (campaign_id, person_id, region_code, state, attempt, reason, updated_at)
                select id, ?, ?, 'INBOX_ONLY', 0, '', now() from told
                """, COUNTY, told, reader.id().value(), COUNTY);
        return reader;
    }

    /** So many persons sign in and accept a message, and a campaign is opened that nobody has been told yet. */
    public void gather(int count) {
        weChat.createUsers(OPENIDS, count, TEMPLATE, MORE_THAN_DUE);
        var now = Timestamp.from(Instant.now());
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var person = new PersonId(UUID.randomUUID());
            persons.add(person);
            String openid = openid(i);
            rows.add(new Object[] {
                person.value(),
                COUNTY,
                vault.seal("person", "openid", person.value(), openid).text(),
                vault.blindIndex("person.openid", openid),
                now
            });
        }
        database.batchUpdate(
                "insert into person (id, region_code, openid, openid_index, created_at) values (?, ?, ?, ?, ?)", rows);
        database.update("""
                insert into subscription_balance (person_id, template, region_code, balance, updated_at)
                select id, 'policy', region_code, 1, now() from person where openid is not null
                """);
        database.update("""
                insert into campaign (id, region_code, key, title, body, page, template, fields, created_at, closes_at)
                values (?, ?, 'crowd', '新政策', '（虚构）请看。', 'pages/policy/show?id=1', 'policy',
                    '{"fields": {"title": "关于开展申报的通知", "date": "2026年11月30日", "note": "请点开查看"}}', now(),
                    now() + interval '1 day')
                """, campaign, COUNTY);
        database.execute("analyze");
    }

    /** Adds persons of this number on to the campaign, as a business does: some first, the others held until then. */
    public void tell(int from, int count) {
        String ids = persons.subList(from, from + count).stream()
                .map(PersonId::toString)
                .collect(Collectors.joining(","));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.executeWithoutResult(status -> {
            database.update("""
                    insert into campaign_recipient (campaign_id, person_id, region_code, state, attempt, next_at, lane,
                        reason, updated_at)
                    select ?, id, region_code, 'READY', 0, 'infinity', 1, '', now() from person
                    where id = any (string_to_array(?, ',')::uuid[])
                    """, campaign, ids);
            database.update("""
                    update campaign_recipient set next_at = now() where campaign_id = ? and person_id in (
                        select person_id from campaign_recipient
                        where campaign_id = ? and state = 'READY' and next_at = 'infinity' limit ?)
                    """, campaign, campaign, CANARY);
            database.update("update campaign set held = true, settled_at = null where id = ?", campaign);
        });
    }

    /** How many are in this state. */
    public int count(String state) {
        return number("select count(*) from campaign_recipient where state = '" + state + "'");
    }

    /** Whose openids are in this state. */
    public List<String> openidsIn(String state) {
        var there = new HashSet<>(
                database.queryForList("select person_id from campaign_recipient where state = ?", UUID.class, state));
        return IntStream.range(0, persons.size())
                .filter(it -> there.contains(persons.get(it).value()))
                .mapToObj(Crowd::openid)
                .toList();
    }

    /** Whether everyone has an end state. */
    public boolean isSettled() {
        return number("select count(*) from campaign where settled_at is null") == 0;
    }

    /** Whether WeChat has reported everything and every report is worked off. */
    public boolean isReported() {
        return weChat.pendingPushes().isEmpty()
                && number("select count(*) from wechat_push where worked_at is null") == 0;
    }

    /** The campaign's time is over. */
    public void endCampaign() {
        database.update("update campaign set closes_at = now() where id = ?", campaign);
    }

    /** Whether nothing changes any more. */
    public boolean isClosed() {
        return number("select count(*) from campaign where closed_at is null") == 0;
    }

    private int number(String query) {
        return Objects.requireNonNull(database.queryForObject(query, Integer.class));
    }

    @Override
    public void close() {
        weChat.close();
        source.destroy();
    }

    private static String openid(int number) {
        return OPENIDS + (number + 1);
    }
}
