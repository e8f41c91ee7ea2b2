package io.qihang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.testing.Figures;
import io.qihang.testing.ProductionProcess;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/** What the packaged application holds in memory when nobody uses it, with a heap of at most 512 MB. */
@SystemTest
class IdleBench {

    private static final Path JAR = Path.of("target", "qihang.jar");
    private static final Duration IDLE = Duration.ofSeconds(60);

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DataRedisConnectionDetails redis;

    @Autowired
    Environment environment;

    @TempDir
    Path folder;

    @Test
    void memory_after_a_minute_of_idling() throws IOException, InterruptedException {
        try (var running = new ProductionProcess(String.valueOf(database.getJdbcUrl()), redis, folder)
                .withKeysOf(environment)
                .packaged(JAR)
                .start()) {
            await().pollDelay(IDLE).atMost(IDLE.multipliedBy(2)).until(() -> true);
            long megabytes = running.residentMegabytes();
            Figures.put("rss.idle_mb", (double) megabytes);
            assertThat(megabytes).isPositive();
        }
    }
}
