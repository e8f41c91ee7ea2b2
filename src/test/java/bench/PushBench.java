package bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.crypto.Vault;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.testing.Crowd;
import io.qihang.testing.Figures;
import io.qihang.testing.Limits;
import io.qihang.testing.ProductionProcess;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * How fast a node tells very many, with every message claimed and its outcome kept, against a bare client with as many
 * connections in the same run, half of it before and half of it after; and what a reader feels of it. Both take 50 ms of
 * WeChat's for each message, and the database writes to disk.
 */
@SystemTest
class PushBench {

    private static final int RECIPIENTS = Integer.getInteger("qihang.push-recipients", 100_000);
    private static final int WARM_UP = RECIPIENTS / 5;
    private static final int WHILE_READING = RECIPIENTS / 5;
    private static final int ALL = WARM_UP + RECIPIENTS + WHILE_READING;
    private static final int CONNECTIONS = 64;
    private static final int LATENCY_MILLIS = 50;
    private static final int TOLD_BEFORE = 30;
    private static final Duration AT_MOST = Duration.ofMinutes(20);
    private static final Duration READING = Duration.ofSeconds(20);
    private static final String BARE = "o_bare_";

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DataRedisConnectionDetails redis;

    @Autowired
    Environment environment;

    @Autowired
    Superuser superuser;

    @Autowired
    Limits limits;

    @Autowired
    Vault vault;

    @TempDir
    Path folder;

    @Test
    void a_campaign_against_a_bare_client() throws IOException, InterruptedException, ExecutionException {
        server("alter system set fsync = on");
        String url = superuser.createDatabase("qihang_push", database.getJdbcUrl());
        try (var crowd = new Crowd(url, redis, environment, vault, 1, folder);
                var node = crowd.node("node")
                        .with("qihang.notification.senders", String.valueOf(CONNECTIONS))
                        .with("qihang.notification.pace.start", "0")
                        .with("qihang.limits.per-account.READ", "100000000")
                        .with("qihang.limits.per-address.READ", "100000000")
                        .start();
                var bare = new BareSender(
                        CONNECTIONS,
                        crowd.weChat().baseUrl(),
                        environment.getRequiredProperty("qihang.wechat.app-id"),
                        environment.getRequiredProperty("qihang.wechat.app-secret"))) {
            crowd.gather(ALL);
            crowd.weChat().createUsers(BARE, WARM_UP + RECIPIENTS, Crowd.TEMPLATE, 1);
            crowd.weChat().fault(Fault.before(Crowd.SEND, new FaultAction.Delay(LATENCY_MILLIS)));
            var reader = crowd.reader(node, limits, TOLD_BEFORE);
            String inbox = "http://127.0.0.1:" + node.port() + "/api/v1/me/inbox?limit=20";

            tell(crowd, 0, WARM_UP);
            bare.send(BARE, 1, WARM_UP, Crowd.TEMPLATE);
            int half = RECIPIENTS / 2;
            double bareSeconds = bare.send(BARE, 1 + WARM_UP, half, Crowd.TEMPLATE);
            double heapBefore = heapMegabytes(node);
            double seconds = tell(crowd, WARM_UP, RECIPIENTS);
            double heapAfter = heapMegabytes(node);
            bareSeconds += bare.send(BARE, 1 + WARM_UP + half, RECIPIENTS - half, Crowd.TEMPLATE);
            try (var reading = new Reading(inbox, reader.token())) {
                forAWhile();
                reading.p99();
                forAWhile();
                Figures.put("push.read_p99_ms.without", reading.p99());
                tell(crowd, WARM_UP + RECIPIENTS, WHILE_READING);
                Figures.put("push.read_p99_ms.with", reading.p99());
            }

            Figures.put("push.sends_per_s", RECIPIENTS / seconds);
            Figures.put("push.bare_sends_per_s", RECIPIENTS / bareSeconds);
            Figures.put("push.vs_bare_client", bareSeconds / seconds);
            Figures.put("push.heap_mb", heapBefore);
            Figures.put("push.heap_growth_mb", heapAfter - heapBefore);
            assertThat(crowd.count("SENT")).isEqualTo(ALL);
            assertThat(crowd.weChat().messages()).hasSize(ALL + WARM_UP + RECIPIENTS);
            assertThat(crowd.weChat().duplicates(Duration.ofDays(1))).isEmpty();
        } finally {
            server("alter system reset fsync");
        }
    }

    private static void forAWhile() {
        await().pollDelay(READING).atMost(READING.multipliedBy(2)).until(() -> true);
    }

    /** Seconds until everyone added has been told. */
    private static double tell(Crowd crowd, int from, int count) {
        crowd.tell(from, count);
        long begun = System.nanoTime();
        await().atMost(AT_MOST).pollInterval(Duration.ofMillis(200)).until(crowd::isSettled);
        return (System.nanoTime() - begun) / 1e9;
    }

    private void server(String setting) {
        superuser.database().sql(setting).update();
        superuser.database().sql("select pg_reload_conf()").query().singleValue();
    }

    /** What the node holds on to. */
    private static double heapMegabytes(ProductionProcess.Running node) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        int code = new ProcessBuilder(
                        jcmd.toString(), String.valueOf(node.process().pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(code).isZero();
        return node.management()
                        .get("/actuator/prometheus")
                        .expect(200)
                        .text()
                        .lines()
                        .filter(it -> it.startsWith("jvm_memory_used_bytes{") && it.contains("area=\"heap\""))
                        .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
                        .sum()
                / 1e6;
    }
}
