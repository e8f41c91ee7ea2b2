package io.qihang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.ProductionProcess;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node on the same database is killed twice while tickets pour in: what it acknowledged is there, nothing twice. */
@SystemTest
class KilledNodeTests {

    private static final int SENDERS = 6;
    private static final int ENOUGH = 60;
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DataRedisConnectionDetails redis;

    @Autowired
    Environment environment;

    @Autowired
    Staffing staffing;

    @Autowired
    Firms firms;

    @Autowired
    JdbcClient sql;

    @TempDir
    Path folder;

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void everything_acknowledged_is_there_and_nothing_twice()
            throws ExecutionException, InterruptedException, IOException {
        EnterpriseId enterprise = firms.in("371525206");
        String token = staffing.hire(Role.COUNTY_OFFICER).token();
        var node = node();
        for (int round = 0; round < 2; round++) {
            ProductionProcess.Running running = node.start();
            Api officer = running.api().as(token);
            loadAndKill(running, officer, enterprise, acknowledged.size() + ENOUGH);
        }

        assertThat(titles()).as("nothing acknowledged is lost").containsAll(acknowledged);
        assertThat(titles()).as("nothing is there twice").doesNotHaveDuplicates();
        assertThat(sent).as("nothing nobody sent").containsAll(titles());

        try (var running = node.start()) {
            Api officer = running.api().as(token);
            for (String key : new TreeSet<>(sent)) {
                await().atMost(AT_MOST)
                        .until(() -> raise(officer, enterprise, key).status() == 201);
            }
        }
        assertThat(titles()).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(audited(enterprise)).isEqualTo(sent.size());
    }

    private void loadAndKill(ProductionProcess.Running running, Api officer, EnterpriseId enterprise, int killedAfter)
            throws ExecutionException, InterruptedException {
        var over = new AtomicBoolean();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                work.add(senders.submit(() -> {
                    while (!over.get()) send(officer, enterprise, over);
                }));
            }
            await().atMost(AT_MOST).pollInterval(Duration.ofMillis(5)).until(() -> acknowledged.size() >= killedAfter);
            running.kill();
            for (Future<?> it : work) it.get();
        } finally {
            over.set(true);
            senders.shutdownNow();
        }
    }

    /** What the kill cuts off, or a busy system turns away, is not acknowledged; the test finds out what became of it. */
    private void send(Api officer, EnterpriseId enterprise, AtomicBoolean over) {
        String key = UUID.randomUUID().toString();
        sent.add(key);
        try {
            Api.Reply reply = raise(officer, enterprise, key);
            if (reply.status() == 503) return;
            reply.expect(201);
            acknowledged.add(key);
        } catch (UncheckedIOException cutOff) {
            over.set(true);
        }
    }

    private Api.Reply raise(Api officer, EnterpriseId enterprise, String key) {
        return officer.with("Idempotency-Key", key)
                .post(
                        "/api/v1/desk/enterprises/" + enterprise + "/tickets",
                        Map.of(
                                "category",
                                "other",
                                "title",
                                key,
                                "content",
                                "断电试验",
                                "origin",
                                "PHONE",
                                "receivedAt",
                                "2026-11-02T09:00:00+08:00"));
    }

    private List<String> titles() {
        return sql.sql("select title from ticket where content = '断电试验'")
                .query(String.class)
                .list();
    }

    private int audited(EnterpriseId enterprise) {
        return sql.sql("""
                        select count(*) from audit_event e join ticket t on t.id::text = e.object_id
                        where e.action = 'ticket.raise' and e.outcome = 'DONE' and t.enterprise_id = ?
                        """).param(enterprise.value()).query(Integer.class).single();
    }

    private ProductionProcess node() {
        return new ProductionProcess(String.valueOf(database.getJdbcUrl()), redis, folder)
                .withKeysOf(environment)
                .with("qihang.limits.per-account.WRITE", "1000000")
                .with("qihang.limits.per-address.WRITE", "1000000");
    }
}
