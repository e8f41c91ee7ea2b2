package io.qihang.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Calls a simulator over HTTP as WeChat's clients do. */
final class Client {

    static final String APPID = "wx0000000000000001";
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String baseUrl;

    /** An answer as it came. */
    record Answer(int status, String contentType, String body) {

        JsonNode json() {
            return Json.read(body, JsonNode.class);
        }

        int errcode() {
            return json().path("errcode").asInt(0);
        }

        String errmsg() {
            return json().path("errmsg").asString("");
        }

        String text(String field) {
            return json().path(field).asString("");
        }
    }

    Client(WeChatSimulator simulator) {
        this.baseUrl = simulator.baseUrl();
    }

    Answer get(String path, Map<String, String> query) throws IOException, InterruptedException {
        return call("GET", path, query, "");
    }

    Answer post(String path, Map<String, String> query, String body) throws IOException, InterruptedException {
        return call("POST", path, query, body);
    }

    Answer call(String method, String path, Map<String, String> query, String body)
            throws IOException, InterruptedException {
        String encoded = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path + "?" + encoded))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    Answer plainToken() throws IOException, InterruptedException {
        return get("/cgi-bin/token", Map.of("grant_type", "client_credential", "appid", APPID, "secret", SECRET));
    }

    Answer stableToken(boolean force) throws IOException, InterruptedException {
        return post("/cgi-bin/stable_token", Map.of(), """
                {"grant_type":"client_credential","appid":"%s","secret":"%s","force_refresh":%s}""".formatted(APPID, SECRET, force));
    }

    Answer login(String code) throws IOException, InterruptedException {
        return get(
                "/sns/jscode2session",
                Map.of("grant_type", "authorization_code", "appid", APPID, "secret", SECRET, "js_code", code));
    }

    Answer phone(String token, String body) throws IOException, InterruptedException {
        return post("/wxa/business/getuserphonenumber", Map.of("access_token", token), body);
    }

    Answer send(String token, String body) throws IOException, InterruptedException {
        return post("/cgi-bin/message/subscribe/send", Map.of("access_token", token), body);
    }

    /** A send of the template of {@link Rooms#TEMPLATE} with this thing. */
    static String message(String openid, String thing) {
        return """
                {"touser":"%s","template_id":"%s","data":{"thing1":{"value":"%s"}},"miniprogram_state":"formal","lang":"zh_CN"}""".formatted(openid, Rooms.TEMPLATE.id(), thing);
    }
}
