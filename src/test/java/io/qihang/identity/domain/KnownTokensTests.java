package io.qihang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/** Two nodes and the Redis they share. */
class KnownTokensTests {

    private static final String KEY = "Authorization:console:token:abc";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration RECONNECTED = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private int port;
    private RedisServer server;
    private Node one;
    private Node other;

    private static final class Node {

        private final LettuceConnectionFactory connections;
        private final StringRedisTemplate redis;
        private final KnownTokens tokens;

        Node(int port) {
            connections = new LettuceConnectionFactory(
                    new RedisStandaloneConfiguration("127.0.0.1", port),
                    LettuceClientConfiguration.builder()
                            .commandTimeout(Duration.ofMillis(300))
                            .build());
            connections.afterPropertiesSet();
            connections.start();
            redis = new StringRedisTemplate(connections);
            tokens = new KnownTokens(connections, redis);
            tokens.listen();
        }

        void stop() {
            tokens.stop();
            connections.destroy();
        }

        /** How many times Redis was asked for a value. */
        int gets() {
            try (var connection = connections.getConnection()) {
                String stats = Objects.requireNonNull(
                                connection.serverCommands().info("commandstats"))
                        .getProperty("cmdstat_get", "calls=0,");
                return Integer.parseInt(stats.replaceAll(".*?calls=(\\d+),.*", "$1"));
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        startServer();
        one = new Node(port);
        other = new Node(port);
        one.redis.opsForValue().set(KEY, "a person");
        assertThat(one.tokens.valueOf(KEY)).isEqualTo("a person");
        assertThat(other.tokens.valueOf(KEY)).isEqualTo("a person");
    }

    @AfterEach
    void stop() throws IOException {
        one.stop();
        other.stop();
        server.stop();
    }

    private void startServer() throws IOException {
        server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("dir " + folder)
                .build();
        server.start();
    }

    @Test
    void what_is_known_is_not_asked_for_again() {
        int gets = one.gets();
        for (int i = 0; i < 100; i++) {
            assertThat(one.tokens.valueOf(KEY)).isEqualTo("a person");
            assertThat(other.tokens.valueOf(KEY)).isEqualTo("a person");
        }
        assertThat(one.gets()).isEqualTo(gets);
    }

    @Test
    void it_is_asked_for_again_after_some_seconds_all_the_same() {
        int gets = one.gets();
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            assertThat(one.tokens.valueOf(KEY)).isEqualTo("a person");
            return one.gets() > gets;
        });
    }

    @Test
    void ended_on_one_node_it_is_dead_on_the_other() {
        one.redis.delete(KEY);
        await().atMost(SOON).until(() -> other.tokens.valueOf(KEY) == null);
    }

    @Test
    void replaced_on_one_node_the_other_reads_what_stands_there_now() {
        one.redis.opsForValue().set(KEY, "-4");
        await().atMost(SOON).until(() -> "-4".equals(other.tokens.valueOf(KEY)));
    }

    @Test
    void expired_it_is_dead() {
        one.redis.expire(KEY, Duration.ofMillis(500));
        await().atMost(Duration.ofSeconds(3)).until(() -> other.tokens.valueOf(KEY) == null);
    }

    @Test
    void a_flush_ends_them_all() {
        try (var connection = one.connections.getConnection()) {
            connection.serverCommands().flushAll();
        }
        await().atMost(SOON).until(() -> other.tokens.valueOf(KEY) == null);
    }

    @Test
    void the_node_that_ends_it_does_not_wait_to_hear_so() {
        for (int i = 0; i < 200; i++) {
            one.redis.opsForValue().set(KEY, "person " + i);
            one.tokens.forget();
            assertThat(one.tokens.valueOf(KEY)).isEqualTo("person " + i);
        }
    }

    @Test
    void what_changes_while_it_is_read_is_never_remembered_as_it_was() throws InterruptedException {
        Thread reading = new Thread(() -> {
            while (!Thread.interrupted()) other.tokens.valueOf(KEY);
        });
        reading.start();
        for (int i = 0; i < 2_000; i++) one.redis.opsForValue().set(KEY, "person " + i);
        await().atMost(SOON).until(() -> "person 1999".equals(other.tokens.valueOf(KEY)));
        reading.interrupt();
        reading.join();
        assertThat(other.tokens.valueOf(KEY)).isEqualTo("person 1999");
    }

    @Test
    void without_redis_nobody_is_known_and_with_it_again_what_it_says_holds() throws IOException {
        server.stop();
        await().atMost(SOON).untilAsserted(() -> assertThatThrownBy(() -> other.tokens.valueOf(KEY))
                .isInstanceOf(DataAccessException.class));
        startServer();
        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .atMost(RECONNECTED)
                .until(() -> other.tokens.valueOf(KEY) == null);
        other.redis.opsForValue().set(KEY, "another");
        assertThat(other.tokens.valueOf(KEY)).isEqualTo("another");
        other.tokens.listen();
        assertThat(other.tokens.valueOf(KEY)).isEqualTo("another");
        int gets = one.gets();
        assertThat(other.tokens.valueOf(KEY)).isEqualTo("another");
        assertThat(one.gets()).isEqualTo(gets);
        one.redis.delete(KEY);
        await().atMost(SOON).until(() -> other.tokens.valueOf(KEY) == null);
    }
}
