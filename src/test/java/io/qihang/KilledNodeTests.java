package io.qihang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Figures;
import io.qihang.testing.Firms;
import io.qihang.testing.Phones;
import io.qihang.testing.ProductionProcess;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node on the same database is killed again and again while tickets, visits and publications pour in: what it
 * acknowledged is there, nothing is there twice, and whoever was to be told is told. Twice in every build, as often as
 * {@code -Dqihang.kills} says when measured.
 */
@SystemTest
class KilledNodeTests {

    private static final int KILLS = Integer.getInteger("qihang.kills", 2);
    private static final int SENDERS_OF_EACH = 2;
    private static final int ENOUGH = 60;
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final String UNIT = "371525206";
    private static final String MARK = "断电试验";

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DataRedisConnectionDetails redis;

    @Autowired
    Environment environment;

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    private String anHourAgo;
    private EnterpriseId enterprise;
    private Phones.Person member;
    private Writing tickets;
    private Writing visits;
    private Writing publications;

    /** A write under a key of the sender's own, where it can be found again, and what was heard of it. */
    private record Writing(
            String token,
            Function<Api, @Nullable String> newKey,
            Sender sender,
            Supplier<List<String>> kept,
            Set<String> sent,
            Set<String> acknowledged) {

        Writing(String token, Function<Api, @Nullable String> newKey, Sender sender, Supplier<List<String>> kept) {
            this(token, newKey, sender, kept, ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
        }

        /** What the kill cuts off, or a busy system turns away, is not acknowledged. */
        void send(Api node, String key) {
            sent.add(key);
            Api.Reply reply = sender.send(node.as(token), key);
            if (reply.status() == 503) return;
            if (reply.status() / 100 != 2) throw new AssertionError(reply.toString());
            acknowledged.add(key);
        }
    }

    @FunctionalInterface
    private interface Sender {
        Api.Reply send(Api node, String key);
    }

    @BeforeEach
    void people() {
        anHourAgo = OffsetDateTime.ofInstant(clock.instant(), Times.SHANGHAI)
                .minusHours(1)
                .toString();
        enterprise = firms.in(UNIT);
        member = phones.signIn();
        firms.join(enterprise, member.id());
        var commissioner = staffing.hire(Role.COMMISSIONER);
        firms.assign(enterprise, commissioner.id(), LocalDate.of(2026, 9, 1));
        String officer = staffing.hire(Role.COUNTY_OFFICER).token();
        String writer = staffing.hire(Role.COUNTY_OFFICER).token();
        Map<String, Integer> submitted = new ConcurrentHashMap<>();
        Function<Api, @Nullable String> any = node -> UUID.randomUUID().toString();
        tickets = new Writing(
                officer, any, this::raise, () -> strings("select title from ticket where content = '" + MARK + "'"));
        visits = new Writing(
                phones.bound(commissioner).token(),
                any,
                this::record,
                () -> strings("select client_id::text from visit where enterprise_id = '" + enterprise + "'"));
        publications = new Writing(
                officer,
                node -> draft(node.as(writer), submitted),
                (node, policy) -> sign(node, policy, Objects.requireNonNull(submitted.get(policy))),
                () -> strings(
                        "select id::text from policy where status = 'PUBLISHED' and particulars ->> 'shortTitle' = '"
                                + MARK + "'"));
    }

    @Test
    void everything_acknowledged_is_there_and_nothing_twice()
            throws ExecutionException, InterruptedException, IOException {
        var all = List.of(tickets, visits, publications);
        var node = new ProductionProcess(String.valueOf(database.getJdbcUrl()), redis, folder)
                .withKeysOf(environment)
                .with("qihang.limits.per-account.WRITE", "1000000")
                .with("qihang.limits.per-address.WRITE", "1000000");
        double slowestStart = 0;
        for (int round = 0; round < KILLS; round++) {
            long begun = System.nanoTime();
            var running = node.start();
            slowestStart = Math.max(slowestStart, (System.nanoTime() - begun) / 1e9);
            loadAndKill(running, acknowledged(all) + ENOUGH);
        }

        int sent = all.stream().mapToInt(it -> it.sent().size()).sum();
        int acknowledged = acknowledged(all);
        for (Writing it : all) {
            assertThat(it.kept().get()).as("nothing acknowledged is lost").containsAll(it.acknowledged());
            assertThat(it.kept().get()).as("nothing is there twice").doesNotHaveDuplicates();
            assertThat(it.sent())
                    .as("nothing nobody sent")
                    .containsAll(it.kept().get());
        }

        try (var running = node.start()) {
            for (Writing it : List.of(tickets, visits)) {
                for (String key : new TreeSet<>(it.sent())) sentAgain(it, running.api(), key);
                assertThat(it.kept().get()).containsExactlyInAnyOrderElementsOf(it.sent());
            }
            await("whoever was to be told is told").atMost(AT_MOST).untilAsserted(() -> assertThat(told())
                    .containsExactlyInAnyOrderElementsOf(publications.kept().get()));
            withdrawAll(running.api().as(publications.token()));
        }
        assertThat(audited()).isEqualTo(tickets.sent().size());
        Figures.put("kill.rounds", KILLS);
        Figures.put("kill.sent", sent);
        Figures.put("kill.acknowledged", acknowledged);
        Figures.put("kill.start_s_max", slowestStart);
    }

    private void loadAndKill(ProductionProcess.Running running, int killedAfter)
            throws ExecutionException, InterruptedException {
        var all = List.of(tickets, visits, publications);
        var over = new AtomicBoolean();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS_OF_EACH * all.size());
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < SENDERS_OF_EACH; i++) {
                for (Writing it : all) work.add(senders.submit(() -> pour(it, running.api(), over)));
            }
            await().atMost(AT_MOST).pollInterval(Duration.ofMillis(5)).until(() -> acknowledged(all) >= killedAfter);
            running.kill();
            for (Future<?> it : work) it.get();
        } finally {
            over.set(true);
            senders.shutdownNow();
        }
    }

    private void pour(Writing writing, Api node, AtomicBoolean over) {
        while (!over.get()) {
            try {
                String key = writing.newKey().apply(node.as(writing.token()));
                if (key != null) writing.send(node, key);
            } catch (UncheckedIOException cutOff) {
                over.set(true);
            }
        }
    }

    private void sentAgain(Writing writing, Api node, String key) {
        await().pollDelay(Duration.ZERO).atMost(AT_MOST).until(() -> {
            writing.send(node, key);
            return writing.acknowledged().contains(key);
        });
    }

    private static int acknowledged(List<Writing> all) {
        return all.stream().mapToInt(it -> it.acknowledged().size()).sum();
    }

    private Api.Reply raise(Api officer, String key) {
        return officer.with("Idempotency-Key", key)
                .post(
                        "/api/v1/desk/enterprises/" + enterprise + "/tickets",
                        Map.of(
                                "category",
                                "other",
                                "title",
                                key,
                                "content",
                                MARK,
                                "origin",
                                "PHONE",
                                "receivedAt",
                                anHourAgo));
    }

    private Api.Reply record(Api commissioner, String key) {
        return commissioner.put(
                "/api/v1/visits/" + key,
                Map.of("revision", 1, "enterprise", enterprise, "visitedAt", anHourAgo, "kind", "PHONE", "said", MARK));
    }

    /** A policy that waits to be signed; null when a busy system turned its writer away on the way. */
    private static @Nullable String draft(Api officer, Map<String, Integer> submitted) {
        var particulars = Map.of("kind", "NOTICE", "shortTitle", MARK, "applyUntil", "2099-12-31");
        var content =
                Map.of("particulars", particulars, "audience", Map.of("regions", List.of(UNIT)), "text", "（虚构）断电试验。");
        var drafted = officer.once().post("/api/v1/desk/policies", Map.of("region", "371525", "content", content));
        if (drafted.status() == 503) return null;
        String id = drafted.expect(201).at("/id");
        String path = "/api/v1/desk/policies/" + id;
        var passedOn = officer.post(path + "/submission", "");
        if (passedOn.status() == 503) return null;
        passedOn.expect(204);
        var read = officer.get(path);
        if (read.status() == 503) return null;
        submitted.put(id, read.expect(200).json().path("version").asInt());
        return id;
    }

    private static Api.Reply sign(Api officer, String policy, int seen) {
        return officer.post("/api/v1/desk/policies/" + policy + "/publication", Map.of("seenVersion", seen));
    }

    /** Other tests read what is in force. */
    private void withdrawAll(Api officer) {
        for (String policy : publications.kept().get()) {
            officer.post("/api/v1/desk/policies/" + policy + "/withdrawal", Map.of("reason", "试验完毕"))
                    .expect(204);
        }
    }

    /** The published policies whose message stands in the member's inbox. */
    private List<String> told() {
        return strings(
                "select replace(c.key, 'policy:', '') from campaign c join campaign_recipient r on r.campaign_id = c.id"
                        + " where c.title = '" + MARK
                        + "' and r.state in ('UNSUBSCRIBED', 'INBOX_ONLY') and r.person_id = '"
                        + member.id() + "'");
    }

    private List<String> strings(String query) {
        return sql.sql(query).query(String.class).list();
    }

    private int audited() {
        return sql.sql("""
                        select count(*) from audit_event e join ticket t on t.id::text = e.object_id
                        where e.action = 'ticket.raise' and e.outcome = 'DONE' and t.enterprise_id = ?
                        """).param(enterprise.value()).query(Integer.class).single();
    }
}
