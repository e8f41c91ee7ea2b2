package io.qihang.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Operations;
import io.qihang.testing.Operations.Operation;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Whatever is sent, the answer is a problem a person can act on, and tells nothing of the inside. */
@SystemTest
class RefusalShapeTests {

    private static final String INSIDE = "(?s).*(Exception|at com\\.|at org\\.|org\\.|java\\.|SQL|select |/src/).*";
    private static final String SIGN_IN = "/api/v1/desk/sign-in/password";

    @Autowired
    Api api;

    @Autowired
    Limits limits;

    @Autowired
    Operations operations;

    @Autowired
    Staffing staffing;

    @Autowired
    Environment environment;

    @BeforeEach
    void freshLimits() {
        limits.forget();
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("POST", SIGN_IN, "{", 400, "BAD_REQUEST"),
                new Refused("POST", SIGN_IN, "[]", 400, "BAD_REQUEST"),
                new Refused("POST", SIGN_IN, "{\"loginName\":1,\"password\":\"x\"}", 400, "BAD_REQUEST"),
                new Refused("POST", SIGN_IN, "{\"loginName\":\"a\",\"loginName\":\"b\"}", 400, "BAD_REQUEST"),
                new Refused("POST", SIGN_IN, "{\"loginName\":\"a\",\"password\":\"b\"} x", 400, "BAD_REQUEST"),
                new Refused("POST", SIGN_IN, "{\"@class\":\"java.lang.Runtime\"}", 400, "UNKNOWN_FIELD"),
                new Refused("POST", SIGN_IN, "[".repeat(40) + "]".repeat(40), 400, "BAD_REQUEST"),
                new Refused("POST", SIGN_IN, "{}", 400, "INVALID_FIELDS"),
                new Refused("POST", SIGN_IN, "", 400, "BAD_REQUEST"),
                new Refused("POST", SIGN_IN, " ".repeat(300 * 1024) + "{}", 413, "BODY_TOO_LARGE"),
                new Refused("GET", "/api/v1/no-such-thing", null, 404, "NOT_FOUND"),
                new Refused("GET", SIGN_IN, null, 405, "METHOD_NOT_ALLOWED"),
                new Refused("TRACE", SIGN_IN, null, 405, "METHOD_NOT_ALLOWED"));
    }

    record Refused(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            int status,
            String code) {}

    @ParameterizedTest
    @MethodSource("refused")
    void a_bad_request_gets_a_problem_without_the_inside(Refused refused) {
        if (refused.method().equals("TRACE")) {
            assertThat(raw("TRACE " + refused.path() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 405");
            return;
        }
        var reply = api.send(refused.method(), refused.path(), refused.body());
        reply.expect(refused.status(), refused.code());
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.at("/detail")).matches("(?s).*[一-龥].*");
        assertThat(reply.at("/traceId")).matches("[0-9a-f]{16}");
        assertThat(reply.text()).doesNotMatch(INSIDE);
    }

    @Test
    void another_content_type_is_refused() {
        api.with("Content-Type", "text/plain").send("POST", SIGN_IN, "{}").expect(415, "UNSUPPORTED_MEDIA_TYPE");
        api.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", SIGN_IN, "loginName=a")
                .expect(415, "UNSUPPORTED_MEDIA_TYPE");
        api.with("Accept", "text/html")
                .send("POST", SIGN_IN, "{\"loginName\":\"nobody\",\"password\":\"x\"}")
                .expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/<script> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "GET /api/v1/desk/me;a=b/../accounts HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    void what_the_container_refuses_is_a_problem_too(String request) {
        String answer = raw(request);
        assertThat(answer).matches("(?s)HTTP/1.1 (400|401|404).*");
        assertThat(answer).doesNotContain("Tomcat", "<html", "Exception");
    }

    @Test
    void a_browser_is_answered_in_json_and_nobody_in_xml() {
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        var reply = api.with("Accept", browser).get("/api/v1/consents/current").expect(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        api.with("Accept", "application/xml").get("/api/v1/consents/current").expect(406, "NOT_ACCEPTABLE");
    }

    @Test
    void every_answer_carries_its_protective_headers() {
        for (var reply :
                List.of(api.get("/api/v1/no-such-thing"), api.get("/api/v1/desk/me"), api.get("/v3/api-docs"))) {
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(reply.header("Cache-Control")).contains("no-store");
            assertThat(reply.header("Server")).isEmpty();
        }
    }

    @Test
    void no_operation_takes_a_field_it_does_not_know() {
        int tried = 0;
        for (Operation operation : operations.all()) {
            if (!operation.hasBody()) continue;
            for (String field : List.of("id", "version", "createdAt", "approvedBy", "__proto__")) {
                for (Api caller : callers(operation)) {
                    limits.forget();
                    var reply =
                            caller.once().send(operation.method(), operation.samplePath(), "{\"" + field + "\":\"x\"}");
                    if (reply.status() == 401 || reply.status() == 403) continue;
                    assertThat(reply.code()).as(operation.id() + " " + field).isEqualTo("UNKNOWN_FIELD");
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=-1", "limit=101", "limit=1000000000", "limit=NaN", "after=x", "after=%27"})
    void every_list_keeps_to_its_limits(String bad) {
        int tried = 0;
        for (Operation operation : operations.all()) {
            if (!operation.method().equals("GET") || !operation.paged()) continue;
            for (Api caller : callers(operation)) {
                limits.forget();
                String path = operation.samplePath();
                var reply = caller.get(path + (path.contains("?") ? "&" : "?") + bad);
                if (reply.status() == 401 || reply.status() == 403 || reply.status() == 404) continue;
                assertThat(reply.status())
                        .as(operation.id() + " " + bad + reply.text())
                        .isEqualTo(400);
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    private List<Api> callers(Operation operation) {
        if (!operation.path().startsWith("/api/v1/desk/") || operation.path().contains("/sign-in/"))
            return List.of(api);
        return staffing.one();
    }

    private String raw(String request) {
        URI uri = URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port"));
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
