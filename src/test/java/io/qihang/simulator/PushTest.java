package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushTest {

    private static final String POPUP = "subscribe_msg_popup_event";
    private static final String SENT = "subscribe_msg_sent_event";
    private static final String REVOKED = "user_authorization_revoke";

    @TempDir
    Path folder;

    private WeChatSimulator simulator;
    private Receiver receiver;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        simulator = Rooms.furnished(Rooms.settings());
        receiver = new Receiver();
        client = new Client(simulator);
        simulator.pushTo(receiver.settings(PushSettings.Mode.SECURE));
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private List<Receiver.Push> received(int count) {
        await().until(() -> receiver.pushes().size() >= count);
        return receiver.pushes();
    }

    private void emit(int repeat, Push.Corrupt corrupt) {
        simulator.emit(REVOKED, Rooms.OPENID, Map.of("RevokeInfo", "8"), repeat, corrupt);
    }

    @Nested
    class The_vectors_of_the_official_page {

        @Test
        void are_signed_the_same() {
            assertThat(PushCrypto.signature("AAAAA", "1714036504", "1514711492"))
                    .isEqualTo("f464b24fc39322e44b38aa78f5edd27bd1441696");
            assertThat(PushCrypto.signature("AAAAA", "1714037059", "486452656"))
                    .isEqualTo("899cf89e464efb63f54ddac96b0a0a235f53aa78");
        }

        @Test
        void are_encrypted_the_same() {
            String encrypt = PushCrypto.encrypt(
                    "A".repeat(43), "707722b803182950", "{\"demo_resp\":\"good luck\"}", "wxba5fad812f8e6fb9");

            assertThat(encrypt)
                    .isEqualTo(
                            "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==");
            assertThat(PushCrypto.signature("AAAAA", "1713424427", "415670741", encrypt))
                    .isEqualTo("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
        }
    }

    @Test
    void an_address_that_echoes_is_verified() throws Exception {
        assertThat(simulator.verifyPush()).isTrue();
        simulator.pushTo(PushSettings.secure(receiver.url(), "other", Receiver.KEY));
        assertThat(simulator.verifyPush()).isFalse();
        simulator.pushTo(PushSettings.secure("http://127.0.0.1:1/wechat", Receiver.TOKEN, Receiver.KEY));
        assertThat(simulator.verifyPush()).isFalse();
    }

    @Nested
    class An_event_comes_by_itself {

        @Test
        void when_one_template_is_answered_as_an_object() throws Exception {
            simulator.accept(Rooms.OPENID, "T1");

            Receiver.Push push = received(1).get(0);
            assertThat(push.isSigned()).isTrue();
            assertThat(push.query("openid")).isEqualTo(Rooms.OPENID);
            assertThat(push.query("encrypt_type")).isEqualTo("aes");
            assertThat(push.body()).startsWith("{\"ToUserName\":\"gh_0123456789ab\",\"Encrypt\":\"");
            assertThat(push.message().toString()).isEqualTo("""
                            {"ToUserName":"gh_0123456789ab","FromUserName":"o_u1","CreateTime":1795312800,"MsgType":"event",\
                            "Event":"subscribe_msg_popup_event","List":{"TemplateId":"T1","SubscribeStatusString":"accept",\
                            "PopupScene":"0"}}""");
        }

        @Test
        void when_several_are_answered_as_an_array() throws Exception {
            simulator.putTemplate(Template.oneTime("T2", "二", Map.of("thing1", "thing")));
            simulator.popup(Rooms.OPENID, List.of(new PopupAnswer("T1", "accept"), new PopupAnswer("T2", "reject")));

            assertThat(received(1).get(0).message().path("List").values())
                    .extracting(each -> each.path("SubscribeStatusString").asString())
                    .containsExactly("accept", "reject");
        }

        @Test
        void not_for_what_the_user_could_not_answer() throws Exception {
            simulator.popup(Rooms.OPENID, List.of(new PopupAnswer("T1", "ban")));
            simulator.reject(Rooms.OPENID, "T1");

            assertThat(received(1)).singleElement().satisfies(push -> assertThat(
                            push.message().path("Event").asString())
                    .isEqualTo("subscribe_msg_change_event"));
        }

        @Test
        void within_two_seconds_of_a_send_with_its_number() throws Exception {
            client.send(client.stableToken(false).text("access_token"), Client.message(Rooms.OPENID, "一"));
            assertThat(simulator.pendingPushes()).singleElement().satisfies(push -> assertThat(
                            push.dueAtMillis() - simulator.clock().millis())
                    .isBetween(200L, 2_000L));

            simulator.advance(Duration.ofSeconds(2));
            assertThat(received(1).get(0).message().path("List").toString()).isEqualTo("""
                            {"TemplateId":"T1","MsgID":"%s","ErrorCode":"0","ErrorStatus":"success"}""".formatted(
                            simulator.messages(Rooms.OPENID).get(0).msgid()));
        }

        @Test
        void even_when_the_answer_to_the_send_was_lost() throws Exception {
            simulator.fault(Fault.after(SendEndpoint.PATH, new FaultAction.Reset()));
            String token = client.stableToken(false).text("access_token");
            assertThatThrownBy(() -> client.send(token, Client.message(Rooms.OPENID, "一")))
                    .isInstanceOf(java.io.IOException.class);

            simulator.advance(Duration.ofSeconds(2));
            assertThat(received(1).get(0).message().path("Event").asString()).isEqualTo(SENT);
        }
    }

    @Nested
    class Delivery_is {

        @Test
        void tried_again_three_times_with_the_same_content() throws Exception {
            receiver.refuse(2);
            emit(1, Push.Corrupt.NONE);
            await().until(() -> simulator.pushStatuses().size() == 3);

            assertThat(simulator.pushStatuses()).containsExactly(500, 500, 200);
            assertThat(receiver.pushes())
                    .extracting(Receiver.Push::message)
                    .containsOnly(receiver.pushes().get(0).message());
        }

        @Test
        void given_up_after_the_fourth_time() throws Exception {
            receiver.refuse(9);
            emit(1, Push.Corrupt.NONE);
            await().until(() -> simulator.pushStatuses().size() == 4);

            await().during(Duration.ofMillis(100)).until(() -> receiver.pushes().size() == 4);
            assertThat(simulator.pendingPushes()).isEmpty();
        }

        @Test
        void refused_by_whoever_checks_a_broken_one() throws Exception {
            emit(1, Push.Corrupt.SIGNATURE);
            assertThat(received(1).get(0).isSigned()).isFalse();
            emit(1, Push.Corrupt.CIPHER);
            Receiver.Push garbled = received(2).get(1);
            assertThat(garbled.isSigned()).isTrue();
            assertThatThrownBy(garbled::message).isInstanceOf(RuntimeException.class);
            emit(1, Push.Corrupt.OLD_TIMESTAMP);
            assertThat(Long.parseLong(received(3).get(2).query("timestamp")))
                    .isEqualTo(simulator.clock().instant().getEpochSecond() - 3_600);
        }

        @Test
        void carried_on_after_a_restart() throws Exception {
            SimulatorSettings kept = Rooms.settings().withDataFile(folder.resolve("state.jsonl"));
            try (WeChatSimulator first = Rooms.furnished(kept)) {
                first.pushTo(receiver.settings(PushSettings.Mode.SECURE));
                new Client(first)
                        .send(
                                new Client(first).stableToken(false).text("access_token"),
                                Client.message(Rooms.OPENID, "一"));
            }
            assertThat(receiver.pushes()).isEmpty();
            try (WeChatSimulator again = WeChatSimulator.start(kept)) {
                again.pushTo(receiver.settings(PushSettings.Mode.SECURE));
                again.advance(Duration.ofSeconds(2));
                assertThat(received(1).get(0).message().path("Event").asString())
                        .isEqualTo(SENT);
            }
        }

        @Test
        void plain_where_the_owner_wants_it_plain() throws Exception {
            simulator.pushTo(receiver.settings(PushSettings.Mode.PLAIN));
            emit(1, Push.Corrupt.NONE);

            Receiver.Push push = received(1).get(0);
            assertThat(push.query("msg_signature")).isEmpty();
            assertThat(push.query("signature"))
                    .isEqualTo(PushCrypto.signature(Receiver.TOKEN, push.query("timestamp"), push.query("nonce")));
            assertThat(push.body()).contains("\"RevokeInfo\":\"8\"");
        }

        @Test
        void both_in_the_mode_between() throws Exception {
            simulator.pushTo(receiver.settings(PushSettings.Mode.COMPAT));
            emit(1, Push.Corrupt.NONE);

            Receiver.Push push = received(1).get(0);
            assertThat(push.body()).contains("\"RevokeInfo\":\"8\"");
            assertThat(push.message().path("RevokeInfo").asString()).isEqualTo("8");
        }
    }

    @Nested
    class A_fault_of_pushes {

        private void fault(String mode, int count, long ms) {
            simulator.fault(Fault.before(POPUP, new FaultAction.PushFault(mode, count, ms))
                    .times(1));
        }

        @Test
        void drops_one() throws Exception {
            fault("drop", 0, 0);
            simulator.accept(Rooms.OPENID, "T1");
            simulator.reject(Rooms.OPENID, "T1");

            assertThat(received(1)).hasSize(1);
            assertThat(simulator.pendingPushes()).isEmpty();
        }

        @Test
        void delivers_one_three_times() throws Exception {
            fault("duplicate", 3, 0);
            simulator.accept(Rooms.OPENID, "T1");

            assertThat(received(3))
                    .extracting(Receiver.Push::message)
                    .hasSize(3)
                    .containsOnly(receiver.pushes().get(0).message());
        }

        @Test
        void lets_the_next_one_pass_first() throws Exception {
            fault("reorder", 0, 0);
            simulator.accept(Rooms.OPENID, "T1");
            simulator.reject(Rooms.OPENID, "T1");
            assertThat(received(1)).hasSize(1);

            simulator.advance(Duration.ofSeconds(1));
            assertThat(received(2))
                    .extracting(push -> push.message().path("Event").asString())
                    .containsExactly("subscribe_msg_change_event", POPUP);
        }

        @Test
        void delays_one() throws Exception {
            fault("delay", 0, Duration.ofMinutes(29).toMillis());
            simulator.accept(Rooms.OPENID, "T1");
            await().during(Duration.ofMillis(100)).until(() -> receiver.pushes().isEmpty());

            simulator.advance(Duration.ofMinutes(29));
            assertThat(received(1)).hasSize(1);
        }

        @Test
        void puts_a_single_element_into_an_array() throws Exception {
            fault("list", 0, 0);
            simulator.accept(Rooms.OPENID, "T1");

            assertThat(received(1).get(0).message().path("List").isArray()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"url\":\"http://127.0.0.1:1\",\"token\":\"AAAAA\",\"aesKey\":\"short\"}", "{}"})
    void settings_that_cannot_be_are_refused_in_chinese(String body) throws Exception {
        Client.Answer answer = client.post("/_sim/push/config", Map.of(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).containsAnyOf("aesKey 要是 43 个字母或数字", "请给出 url、token 和 aesKey");
    }
}
