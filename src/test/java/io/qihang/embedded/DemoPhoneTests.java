package io.qihang.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.simulator.WeChatSimulator;
import io.qihang.storage.ObjectStoreConnectionDetails;
import io.qihang.testing.Api;
import io.qihang.testing.Phones;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the demo does for pages in a browser. */
@SystemTest
class DemoPhoneTests {

    @Autowired
    Api api;

    @Autowired
    Phones phones;

    @Autowired
    WeChatSimulator simulator;

    @Autowired
    ObjectStoreConnectionDetails store;

    private String me(String who) {
        String code =
                api.post("/demo/login-codes", Map.of("who", who)).expect(200).at("/code");
        String token =
                api.post("/api/v1/sign-in", Map.of("code", code)).expect(200).at("/token");
        phones.acceptTexts(api.as(token));
        return api.as(token).get("/api/v1/me").expect(200).at("/id");
    }

    @Test
    void the_same_browser_is_the_same_person_and_another_is_another() {
        assertThat(me("browser-1")).isEqualTo(me("browser-1")).isNotEqualTo(me("browser-2"));
    }

    @Test
    void a_phone_button_gives_the_number_that_was_asked_for() {
        api.post("/demo/phone-codes", Map.of("who", "browser-3", "phone", "13900000003"))
                .expect(200);
        assertThat(simulator
                        .user(DemoPhoneServlet.openid("browser-3"))
                        .orElseThrow()
                        .phone())
                .isEqualTo("13900000003");
    }

    @Test
    void the_popup_answers_as_wechat_does_and_wechat_keeps_to_it() {
        String template = EmbeddedServices.POLICY_TEMPLATE;
        me("browser-4");
        var popup = Map.of("who", "browser-4", "templates", List.of(template), "answer", "accept");
        var answer = api.post("/demo/subscriptions", popup).expect(200).json();
        assertThat(answer.path("errMsg").asString("")).isEqualTo("requestSubscribeMessage:ok");
        assertThat(answer.path(template).asString("")).isEqualTo("accept");
        String openid = DemoPhoneServlet.openid("browser-4");
        assertThat(simulator.subscription(openid, template).credits()).isEqualTo(1);
        api.post("/demo/subscriptions", Map.of("who", "browser-4", "templates", List.of(template), "answer", "reject"))
                .expect(200);
        assertThat(simulator.subscription(openid, template).credits()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"who\":\" \"}"})
    void nobody_is_asked_for_in_chinese(String body) {
        var reply = api.bytes("POST", "/demo/login-codes", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString("")).matches(".*[一-龥].*");
    }

    @Test
    void a_number_that_is_not_plainly_invented_is_refused() {
        api.post("/demo/phone-codes", Map.of("who", "browser-5", "phone", "10000000000"))
                .expect(400);
    }

    @Test
    void a_form_of_another_page_is_refused() {
        assertThat(api.with("Content-Type", "text/plain")
                        .post("/demo/login-codes", Map.of("who", "browser-6"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_page_of_the_demo_may_send_and_open_files_and_another_may_not() throws Exception {
        String demo = "http://127.0.0.1:8080";
        for (String method : List.of("GET", "POST")) {
            assertThat(preflight(demo, method).headers().firstValue("Access-Control-Allow-Origin"))
                    .as(method)
                    .hasValue(demo);
            assertThat(preflight("http://127.0.0.1:9999", method).headers().firstValue("Access-Control-Allow-Origin"))
                    .as(method)
                    .isEmpty();
        }
    }

    private HttpResponse<String> preflight(String origin, String method) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(store.publicEndpoint() + "/" + store.bucket()))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
