package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoginTest {

    private WeChatSimulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator = Rooms.furnished(Rooms.settings());
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Nested
    class A_login_code {

        @Test
        void gives_openid_and_session_key_as_plain_text() throws Exception {
            Client.Answer answer = client.login(simulator.issueLoginCode(Rooms.OPENID));

            assertThat(answer.contentType()).isEqualTo("text/plain");
            assertThat(answer.text("openid")).isEqualTo(Rooms.OPENID);
            assertThat(Base64.getDecoder().decode(answer.text("session_key"))).hasSize(16);
            assertThat(answer.json().has("errcode")).isFalse();
            assertThat(answer.json().has("unionid")).isFalse();
        }

        @Test
        void gives_the_unionid_of_a_user_who_has_one() throws Exception {
            simulator.putUser(new User(Rooms.OPENID, "u_1", Rooms.PHONE, false));

            assertThat(client.login(simulator.issueLoginCode(Rooms.OPENID)).text("unionid"))
                    .isEqualTo("u_1");
        }

        @Test
        void works_once() throws Exception {
            String code = simulator.issueLoginCode(Rooms.OPENID);
            client.login(code);
            Client.Answer second = client.login(code);

            assertThat(second.errcode()).isEqualTo(40163);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.contentType()).isEqualTo("text/plain");
        }

        @Test
        void works_for_five_minutes() throws Exception {
            String inTime = simulator.issueLoginCode(Rooms.OPENID);
            String late = simulator.issueLoginCode(Rooms.OPENID);
            simulator.advance(Duration.ofSeconds(299));
            assertThat(client.login(inTime).errcode()).isZero();
            simulator.advance(Duration.ofSeconds(1));
            assertThat(client.login(late).errcode()).isEqualTo(40029);
        }

        @Test
        void must_be_one_of_ours() throws Exception {
            assertThat(client.login("0123").errcode()).isEqualTo(40029);
            assertThat(client.login(simulator.issuePhoneCode(Rooms.OPENID)).errcode())
                    .isEqualTo(40029);
            assertThat(client.login("").errcode()).isEqualTo(41008);
        }

        @Test
        void of_a_risky_user_is_blocked() throws Exception {
            simulator.putUser(new User(Rooms.OPENID, null, null, true));

            assertThat(client.login(simulator.issueLoginCode(Rooms.OPENID)).errcode())
                    .isEqualTo(40226);
        }

        @Test
        void works_whatever_access_token_comes_along() throws Exception {
            Client.Answer answer = client.get(
                    "/sns/jscode2session",
                    Map.of(
                            "access_token",
                            "nonsense",
                            "grant_type",
                            "authorization_code",
                            "appid",
                            Client.APPID,
                            "secret",
                            Client.SECRET,
                            "js_code",
                            simulator.issueLoginCode(Rooms.OPENID)));

            assertThat(answer.text("openid")).isEqualTo(Rooms.OPENID);
        }

        @Test
        void needs_the_right_secret() throws Exception {
            Client.Answer answer = client.get(
                    "/sns/jscode2session",
                    Map.of(
                            "grant_type",
                            "authorization_code",
                            "appid",
                            Client.APPID,
                            "secret",
                            "wrong",
                            "js_code",
                            simulator.issueLoginCode(Rooms.OPENID)));

            assertThat(answer.errcode()).isEqualTo(40125);
        }
    }

    @Nested
    class A_phone_code {

        private String token = "";

        @BeforeEach
        void token() throws Exception {
            token = client.stableToken(false).text("access_token");
        }

        private Client.Answer exchange(String code) throws Exception {
            return client.phone(token, "{\"code\":\"" + code + "\"}");
        }

        @Test
        void gives_the_phone_with_our_watermark() throws Exception {
            Client.Answer answer = exchange(simulator.issuePhoneCode(Rooms.OPENID));

            assertThat(answer.body()).isEqualTo("""
                            {"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"13800000001","purePhoneNumber":"13800000001","countryCode":"86","watermark":{"timestamp":1795312800,"appid":"wx0000000000000001"}}}""");
        }

        @Test
        void works_once() throws Exception {
            String code = simulator.issuePhoneCode(Rooms.OPENID);
            exchange(code);

            assertThat(exchange(code).errcode()).isEqualTo(40029);
        }

        @Test
        void works_for_five_minutes() throws Exception {
            String code = simulator.issuePhoneCode(Rooms.OPENID);
            simulator.advance(Duration.ofMinutes(5));

            assertThat(exchange(code).errcode()).isEqualTo(40029);
        }

        @Test
        void is_no_login_code() throws Exception {
            assertThat(exchange(simulator.issueLoginCode(Rooms.OPENID)).errcode())
                    .isEqualTo(40029);
        }

        @Test
        void must_belong_to_the_openid_given_with_it() throws Exception {
            String code = simulator.issuePhoneCode(Rooms.OPENID);
            String mine = "{\"code\":\"%s\",\"openid\":\"%s\"}".formatted(code, Rooms.OPENID);
            String anothers = "{\"code\":\"%s\",\"openid\":\"o_u2\"}".formatted(code);

            assertThat(client.phone(token, anothers).errcode()).isEqualTo(40003);
            assertThat(client.phone(token, mine).errcode()).isZero();
        }

        @Test
        void must_come_as_json_in_a_post() throws Exception {
            assertThat(client.phone(token, "code=1").errcode()).isEqualTo(47001);
            assertThat(client.get("/wxa/business/getuserphonenumber", Map.of("access_token", token))
                            .errcode())
                    .isEqualTo(43002);
        }
    }
}
