package io.qihang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks HTTP to the running system the way a client does, and holds every success against the committed OpenAPI
 * document. Immutable: {@code api.as(token)} is another caller.
 */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final Contract CONTRACT = Contract.read();

    private final String base;
    private final Map<String, String> headers;
    private final String caller;
    private final Consumer<Exchange> ear;

    public Api(String base) {
        this(base, Map.of(), "", it -> {});
    }

    private Api(String base, Map<String, String> headers, String caller, Consumer<Exchange> ear) {
        this.base = base;
        this.headers = headers;
        this.caller = caller;
        this.ear = ear;
    }

    /** The same caller, whose exchanges are noted down under a name. */
    Api heardBy(String name, Consumer<Exchange> paper) {
        return new Api(base, headers, name, paper);
    }

    /** The same caller with a token. */
    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same caller with one more header. */
    public Api with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Api(base, more, caller, ear);
    }

    /** The same caller with a new idempotency key. */
    public Api once() {
        return with("Idempotency-Key", java.util.UUID.randomUUID().toString());
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends any request; a {@link String} body goes out as it is, anything else as JSON. */
    public Reply send(String method, String path, @Nullable Object body) {
        return bytes(method, path, body == null ? null : text(body).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a body as bytes; set the content type with {@link #with}. */
    public Reply bytes(String method, String path, byte @Nullable [] body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null && !headers.containsKey("Content-Type")) request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            var reply = new Reply(response);
            var faults = CONTRACT.faults(
                    method, response.uri().getRawPath(), reply.status(), reply.header("Content-Type"), response.body());
            if (!faults.isEmpty()) throw new AssertionError(method + " " + path + " answers " + reply + "\n" + faults);
            String sent = body == null ? null : new String(body, StandardCharsets.UTF_8);
            ear.accept(new Exchange(caller, method, path, headers, sent, reply));
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    /** An answer. */
    public static final class Reply {

        private final HttpResponse<byte[]> response;

        Reply(HttpResponse<byte[]> response) {
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** A value inside the JSON answer by JSON pointer, as text; empty when absent. */
        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        /** The stable problem code of a refusal. */
        public String code() {
            return at("/code");
        }

        /** Every header and its values. */
        public Map<String, java.util.List<String>> headers() {
            return response.headers().map();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Demands a status; on another one the failure shows the whole answer. */
        public Reply expect(int status) {
            if (status() != status) {
                throw new AssertionError("expected " + status + " but was " + status() + ": "
                        + response.request().method() + " " + response.request().uri() + "\n" + text());
            }
            return this;
        }

        /** Demands a refusal with this code. */
        public Reply expect(int status, String code) {
            expect(status);
            if (!code().equals(code)) throw new AssertionError("expected code " + code + " but was: " + text());
            return this;
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
