package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {

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

    private int use(String token) throws Exception {
        return client.get("/wxaapi/newtmpl/gettemplate", Map.of("access_token", token))
                .errcode();
    }

    @Nested
    class The_plain_call {

        @Test
        void mints_a_new_token_each_time() throws Exception {
            String first = client.plainToken().text("access_token");
            Client.Answer second = client.plainToken();

            assertThat(second.text("access_token")).isNotEqualTo(first).hasSizeBetween(120, 512);
            assertThat(second.json().path("expires_in").asInt()).isEqualTo(7200);
        }

        @Test
        void leaves_the_token_before_it_alive_for_five_minutes() throws Exception {
            String first = client.plainToken().text("access_token");
            String second = client.plainToken().text("access_token");

            simulator.advance(Duration.ofSeconds(299));
            assertThat(use(first)).isZero();
            simulator.advance(Duration.ofSeconds(1));
            assertThat(use(first)).isEqualTo(40001);
            assertThat(use(second)).isZero();
        }

        @Test
        void never_touches_a_stable_token() throws Exception {
            String stable = client.stableToken(false).text("access_token");
            client.plainToken();
            client.plainToken();
            simulator.advance(Duration.ofMinutes(10));

            assertThat(use(stable)).isZero();
        }
    }

    @Nested
    class The_stable_call {

        @Test
        void gives_the_same_token_with_the_seconds_that_remain() throws Exception {
            String first = client.stableToken(false).text("access_token");
            simulator.advance(Duration.ofSeconds(6899));
            Client.Answer again = client.stableToken(false);

            assertThat(again.text("access_token")).isEqualTo(first);
            assertThat(again.json().path("expires_in").asInt()).isEqualTo(301);
        }

        @Test
        void mints_anew_five_minutes_before_the_end_and_lets_the_old_one_live_on() throws Exception {
            String first = client.stableToken(false).text("access_token");
            simulator.advance(Duration.ofMinutes(115));
            Client.Answer next = client.stableToken(false);

            assertThat(next.text("access_token")).isNotEqualTo(first);
            assertThat(next.json().path("expires_in").asInt()).isEqualTo(7200);
            assertThat(use(first)).isZero();
            simulator.advance(Duration.ofMinutes(5));
            assertThat(use(first)).isEqualTo(42001);
        }

        @Test
        void forced_ends_the_old_token_at_once() throws Exception {
            String first = client.stableToken(false).text("access_token");
            String forced = client.stableToken(true).text("access_token");

            assertThat(use(first)).isEqualTo(40001);
            assertThat(use(forced)).isZero();
        }

        @Test
        void forced_again_within_thirty_seconds_gives_the_current_one() throws Exception {
            String forced = client.stableToken(true).text("access_token");
            simulator.advance(Duration.ofSeconds(29));
            assertThat(client.stableToken(true).text("access_token")).isEqualTo(forced);
            simulator.advance(Duration.ofSeconds(1));
            assertThat(client.stableToken(true).text("access_token")).isNotEqualTo(forced);
        }

        @Test
        void can_be_forced_twenty_times_a_day() throws Exception {
            for (int i = 0; i < 20; i++) {
                assertThat(client.stableToken(true).errcode()).isZero();
                simulator.advance(Duration.ofSeconds(30));
            }
            assertThat(client.stableToken(true).errcode()).isEqualTo(45009);
            assertThat(client.stableToken(false).errcode()).isZero();
            simulator.advance(Duration.ofDays(1));
            assertThat(client.stableToken(true).errcode()).isZero();
        }

        @Test
        void forced_never_touches_a_plain_token() throws Exception {
            String plain = client.plainToken().text("access_token");
            client.stableToken(true);

            assertThat(use(plain)).isZero();
        }

        @Test
        void replaces_a_revoked_token() throws Exception {
            String revoked = client.stableToken(false).text("access_token");
            simulator.revokeTokens(TokenKind.STABLE);

            assertThat(use(revoked)).isEqualTo(40001);
            assertThat(use(client.stableToken(false).text("access_token"))).isZero();
        }

        @Test
        void must_be_a_post() throws Exception {
            assertThat(client.get("/cgi-bin/stable_token", Map.of()).errcode()).isEqualTo(43002);
        }

        @Test
        void must_be_json() throws Exception {
            assertThat(client.post("/cgi-bin/stable_token", Map.of(), "appid=1").errcode())
                    .isEqualTo(47001);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', s, client_credential, 41002",
        "wx0000000000000001, '', client_credential, 41004",
        "wx0000000000000001, s, password, 40002",
        "wx9, s, client_credential, 40013",
        "wx0000000000000001, s, client_credential, 40125"
    })
    void account_mistakes_are_named(String appid, String secret, String grant, int errcode) throws Exception {
        Client.Answer plain =
                client.get("/cgi-bin/token", Map.of("appid", appid, "secret", secret, "grant_type", grant));
        Client.Answer stable = client.post("/cgi-bin/stable_token", Map.of(), """
                {"appid":"%s","secret":"%s","grant_type":"%s"}""".formatted(appid, secret, grant));

        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.errcode()).isEqualTo(errcode);
        assertThat(plain.errmsg()).matches(".+ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
        assertThat(stable.errcode()).isEqualTo(errcode);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 41001",
        "not-a-token, 40014",
        "71_abcdefghijklmnopqrstuvwxyz0123456789, 40001",
    })
    void every_call_that_takes_a_token_refuses_a_wrong_one(String token, int errcode) throws Exception {
        assertThat(use(token)).isEqualTo(errcode);
        assertThat(client.phone(token, "{\"code\":\"x\"}").errcode()).isEqualTo(errcode);
        assertThat(client.send(token, Client.message(Rooms.OPENID, "一")).errcode())
                .isEqualTo(errcode);
        assertThat(client.post(
                                "/cgi-bin/openapi/quota/get",
                                Map.of("access_token", token),
                                "{\"cgi_path\":\"/cgi-bin/message/subscribe/send\"}")
                        .errcode())
                .isEqualTo(errcode);
    }

    @Test
    void an_expired_token_is_called_expired() throws Exception {
        String token = client.stableToken(false).text("access_token");
        simulator.advance(Duration.ofSeconds(7199));
        assertThat(use(token)).isZero();
        simulator.advance(Duration.ofSeconds(1));
        assertThat(use(token)).isEqualTo(42001);
    }
}
