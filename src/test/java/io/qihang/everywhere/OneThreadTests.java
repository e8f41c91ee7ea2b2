package io.qihang.everywhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.Phones;
import io.qihang.testing.ProductionProcess;
import io.qihang.testing.RedisWords;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A node with a single worker thread, on which whatever a request left behind would meet the next one. */
@SystemTest
class OneThreadTests {

    private static final int REQUESTS = 10_000;
    private static final int NOBODY_EVERY = 10;
    private static final Duration IDLE = Duration.ofSeconds(3);

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DataRedisConnectionDetails redisServer;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    Environment environment;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    Staffing staffing;

    @Autowired
    Limits limits;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    /** What one person is told, and nobody else. */
    private record User(Api api, String id, String enterprise) {}

    @Test
    void two_people_in_turn_get_their_own_answers_ten_thousand_times_and_an_expired_session_leaves_nothing()
            throws IOException, InterruptedException {
        try (var node = node().start()) {
            assertThat(node.management().get("/actuator/prometheus").expect(200).text())
                    .containsPattern("tomcat_threads_config_max_threads\\{[^}]*} 1\\.0\n");
            List<User> users = List.of(user(node.api()), user(node.api()));
            limits.forget(); // what the tests' own node has begun to count keeps that node's limits
            List<String> strange = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                if (i % NOBODY_EVERY == NOBODY_EVERY - 1) {
                    node.api().get("/api/v1/me").expect(401, "NOT_SIGNED_IN");
                } else if (!isTheirs(users.get(i % 2), i)) {
                    strange.add("request " + i);
                }
            }
            assertThat(strange).isEmpty();
            expires(node.api());
        }
    }

    private boolean isTheirs(User user, int number) {
        if (number % 3 == 0) {
            var mine = user.api()
                    .get("/api/v1/enterprises/mine")
                    .expect(200)
                    .json()
                    .path("items");
            return mine.size() == 1 && mine.path(0).path("id").asString("").equals(user.enterprise());
        }
        return user.api().get("/api/v1/me").expect(200).at("/id").equals(user.id());
    }

    private User user(Api node) {
        var person = phones.signIn();
        var enterprise = firms.in("371525104");
        firms.join(enterprise, person.id());
        return new User(node.as(person.token()), person.id().toString(), enterprise.toString());
    }

    private void expires(Api node) {
        var member = staffing.hire(Role.LEADER);
        member.api().post("/api/v1/desk/sign-out", "").expect(204);
        limits.forget();
        var words = new RedisWords(redis);
        String token = signIn(node, member);
        node.as(token).get("/api/v1/desk/me").expect(200);
        assertThat(words.naming(token, member.id().toString())).isNotEmpty();
        await().atMost(IDLE.multipliedBy(5))
                .untilAsserted(() ->
                        assertThat(words.naming(token, member.id().toString())).isEmpty());
        node.as(token).get("/api/v1/desk/me").expect(401, "NOT_SIGNED_IN");
    }

    /** With the code after the one that was used. */
    private String signIn(Api node, Staffing.Member member) {
        String challenge = node.post(
                        "/api/v1/desk/sign-in/password",
                        java.util.Map.of("loginName", member.loginName(), "password", member.password()))
                .expect(200)
                .at("/challenge");
        String code = member.code(Clock.offset(clock, Duration.ofSeconds(30)));
        return node.post("/api/v1/desk/sign-in/second-factor", java.util.Map.of("challenge", challenge, "code", code))
                .expect(200)
                .at("/token");
    }

    private ProductionProcess node() {
        return new ProductionProcess(String.valueOf(database.getJdbcUrl()), redisServer, folder)
                .withKeysOf(environment)
                .with("spring.threads.virtual.enabled", "false")
                .with("server.tomcat.threads.max", "1")
                .with("server.tomcat.threads.min-spare", "1")
                .with("server.tomcat.mbeanregistry.enabled", "true")
                .with("spring.data.redis.timeout", "5s")
                .with("qihang.sign-in.idle", IDLE.toSeconds() + "s")
                .with("qihang.limits.per-account.READ", "1000000")
                .with("qihang.limits.per-address.READ", "1000000");
    }
}
