package io.qihang;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import io.qihang.testing.ProductionProcess;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The application as a county runs it: without anything of the embedded services, against a fresh database. */
@SystemTest
class ProductionRunTest {

    /** Paths under which other systems have given themselves away. */
    private static final List<String> EXPOSED = List.of(
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/health",
            "/actuator/loggers",
            "/actuator/threaddump",
            "/actuator/prometheus",
            "/h2-console",
            "/druid/index.html",
            "/_sim/",
            "/error",
            "/.env",
            "/.git/config");

    /** Where the demo shows the papers, and where frameworks would. */
    private static final List<String> PAPERS = List.of(
            "/docs/",
            "/docs/README.md",
            "/docs/openapi.json",
            "/docs/api/",
            "/v3/api-docs",
            "/swagger-ui.html",
            "/swagger-ui/index.html",
            "/webjars/swagger-ui/index.html");

    /** Where the demo shows the mini-program in a browser and stands in for WeChat. */
    private static final List<String> PHONE_PAGES = List.of("/m", "/m/", "/m/index.html", "/demo/login-codes");

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DataRedisConnectionDetails redis;

    @Autowired
    Superuser superuser;

    @TempDir
    Path folder;

    @Test
    void it_bootstraps_three_administrators_once_and_shows_nothing_it_should_not()
            throws IOException, InterruptedException {
        String url = superuser.createDatabase("qihang_production", database.getJdbcUrl());
        var process = new ProductionProcess(url, redis, folder);
        String bootstrap = "--qihang.bootstrap=371525,13800009001,13800009002,13800009003";

        var first = process.run(bootstrap);
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).containsPattern("sysadmin {2}\\S{14}").containsPattern("secadmin {2}\\S{14}");
        var again = process.run(bootstrap);
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.output()).contains("不能再次初始化");

        try (var running = process.start()) {
            Api api = running.api();
            for (String path : EXPOSED) {
                assertThat(api.get(path).status()).as(path).isIn(401, 404);
            }
            for (String path : PAPERS) {
                assertThat(api.get(path).status()).as(path).isEqualTo(404);
            }
            for (String path : PHONE_PAGES) {
                assertThat(api.get(path).status()).as(path).isEqualTo(404);
            }
            // a build with -DskipFrontend has no pages
            boolean pages = getClass().getResource("/static/console/index.html") != null;
            assertThat(api.get("/console/").status()).isEqualTo(pages ? 200 : 404);
            Api management = running.management();
            assertThat(management.get("/actuator/health/readiness").expect(200).text())
                    .isEqualTo("{\"status\":\"UP\"}");
            management.get("/actuator/prometheus").expect(200);
            for (String path : List.of("/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/actuator/beans")) {
                assertThat(management.get(path).status()).as(path).isEqualTo(404);
            }
            api.post("/api/v1/desk/sign-in/password", java.util.Map.of("loginName", "sysadmin", "password", "wrong"))
                    .expect(401, "SIGN_IN_REFUSED");
        }
    }
}
