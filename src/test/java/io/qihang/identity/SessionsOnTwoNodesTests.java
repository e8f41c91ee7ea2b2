package io.qihang.identity;

import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Phones;
import io.qihang.testing.ProductionProcess;
import io.qihang.testing.Staffing;
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

/** A session ended on one node is dead on the other, which knew it the moment before. */
@SystemTest
class SessionsOnTwoNodesTests {

    private static final String ME = "/api/v1/desk/me";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

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
    Limits limits;

    @Autowired
    Api here;

    @TempDir
    Path folder;

    @Test
    void ended_here_it_is_dead_there() throws IOException, InterruptedException {
        try (var node = new ProductionProcess(String.valueOf(database.getJdbcUrl()), redis, folder)
                .withKeysOf(environment)
                .start()) {
            Api there = node.api();
            for (int i = 0; i < 5; i++) {
                signedOut(there, here);
                signedOut(here, there);
            }
            disabled(there);
            signedOutOnThePhone(there);
        }
    }

    private void signedOut(Api at, Api other) {
        limits.forget();
        String token = staffing.hire(Role.LEADER).token();
        known(ME, at.as(token), other.as(token));
        at.as(token).post("/api/v1/desk/sign-out", "").expect(204);
        at.as(token).get(ME).expect(401, "NOT_SIGNED_IN");
        refused(ME, other.as(token));
    }

    private void disabled(Api there) {
        limits.forget();
        var member = staffing.hire(Role.LEADER);
        known(ME, here.as(member.token()), there.as(member.token()));
        staffing.hire(Role.SYSTEM_ADMIN)
                .api()
                .post("/api/v1/desk/accounts/" + member.id() + "/disabling", "")
                .expect(204);
        here.as(member.token()).get(ME).expect(401, "NOT_SIGNED_IN");
        refused(ME, there.as(member.token()));
    }

    private void signedOutOnThePhone(Api there) {
        String token = phones.signIn().token();
        known("/api/v1/me", here.as(token), there.as(token));
        there.as(token).post("/api/v1/sign-out", "").expect(204);
        there.as(token).get("/api/v1/me").expect(401, "NOT_SIGNED_IN");
        refused("/api/v1/me", here.as(token));
    }

    private static void known(String path, Api... nodes) {
        for (Api node : nodes) {
            node.get(path).expect(200);
            node.get(path).expect(200);
        }
    }

    private static void refused(String path, Api node) {
        await().atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> node.get(path).status() == 401);
        node.get(path).expect(401, "NOT_SIGNED_IN");
    }
}
