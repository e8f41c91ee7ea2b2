package io.qihang.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.JournalEntry;
import io.qihang.simulator.SimulatorSettings;
import io.qihang.simulator.Template;
import io.qihang.simulator.TokenKind;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Phones;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

@SystemTest
class SubscribeMessagesTests {

    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final String TEMPLATE = "SendOutcomeTemplate";
    private static final SendOutcome UNKNOWN = new SendOutcome.Unknown(0);

    @Autowired
    SubscribeMessages messages;

    @Autowired
    WeChatSimulator weChat;

    @Autowired
    Phones phones;

    @Autowired
    WxMaService wxJava;

    @Autowired
    WeChatConnectionDetails account;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JsonMapper json;

    private String openid = "";

    @BeforeEach
    void aPersonWhoAcceptedTwice() {
        weChat.putTemplate(new Template(TEMPLATE, 2, "办理进度", Map.of("thing1", "thing"), Map.of(), false));
        openid = phones.newUser("13900009201");
        weChat.accept(openid, TEMPLATE);
        weChat.accept(openid, TEMPLATE);
    }

    @AfterEach
    void calm() {
        weChat.clearFaults();
    }

    @Test
    void a_message_is_sent_with_one_post_and_its_number_comes_back() {
        var sent = send();
        assertThat(weChat.messages(openid)).singleElement().satisfies(it -> {
            assertThat(sent).isEqualTo(new SendOutcome.Sent(String.valueOf(it.msgid())));
            assertThat(it.templateId()).isEqualTo(TEMPLATE);
        });
        assertThat(posts()).singleElement().satisfies(it -> assertThat(it.body())
                .contains("\"miniprogram_state\":\"formal\"", "\"lang\":\"zh_CN\"", "\"page\":\"pages/ticket?id=1\""));
    }

    @Nested
    class A_final_refusal {

        @Test
        void is_43101_once_the_accepts_are_used_up() {
            send();
            send();
            assertThat(send()).isEqualTo(new SendOutcome.Refused(43101));
            assertThat(posts()).hasSize(3);
        }

        @Test
        void is_40003_for_an_unknown_openid() {
            assertThat(messages.send("o_nobody", TEMPLATE, "", Map.of("thing1", "一")))
                    .isEqualTo(new SendOutcome.Refused(40003));
        }

        @Test
        void is_40037_for_an_unknown_template() {
            assertThat(messages.send(openid, "no-such-template", "", Map.of("thing1", "一")))
                    .isEqualTo(new SendOutcome.Refused(40037));
        }

        @Test
        void is_47003_for_a_field_that_is_missing() {
            assertThat(messages.send(openid, TEMPLATE, "", Map.of("thing2", "一")))
                    .isEqualTo(new SendOutcome.Refused(47003));
        }

        @ParameterizedTest
        @ValueSource(ints = {43107, 45168, 47001, 41030})
        void is_told_with_its_code(int code) {
            weChat.fault(Fault.before(SEND, new FaultAction.Errcode(code)));
            assertThat(send()).isEqualTo(new SendOutcome.Refused(code));
            assertThat(posts()).hasSize(1);
        }
    }

    @Nested
    class A_send_to_be_tried_later {

        @ParameterizedTest
        @ValueSource(ints = {43108, 45009, 45011, 44990, 44991, 48001, 50002})
        void is_one_that_wechat_puts_off(int code) {
            weChat.fault(Fault.before(SEND, new FaultAction.Errcode(code)));
            assertThat(send()).isEqualTo(new SendOutcome.Later(code));
            assertThat(posts()).hasSize(1);
        }

        @Test
        void is_one_whose_token_is_refused_twice() {
            weChat.fault(Fault.before(SEND, new FaultAction.Errcode(40001)));
            assertThat(send()).isEqualTo(new SendOutcome.Later(40001));
            assertThat(posts()).hasSize(2);
        }

        @Test
        void is_one_without_a_token() {
            weChat.revokeTokens(TokenKind.STABLE);
            weChat.fault(Fault.before("/cgi-bin/stable_token", new FaultAction.Errcode(45011)));
            assertThat(send()).isEqualTo(new SendOutcome.Later(45011));
            assertThat(weChat.messages(openid)).isEmpty();
        }

        @Test
        void is_one_that_never_reached_wechat() throws IOException {
            int port;
            try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }
            assertThat(through("http://127.0.0.1:" + port)).isEqualTo(new SendOutcome.Later(0));
        }

        @Test
        void is_one_whose_connection_does_not_come_about_in_time() {
            try (var deaf = WeChatSimulator.start(SimulatorSettings.of(account.appId(), account.appSecret()))) {
                deaf.fault(Fault.before("*", new FaultAction.AcceptStop(5)));
                assertThat(through(deaf.baseUrl())).isEqualTo(new SendOutcome.Later(0));
            }
        }

        @Test
        void is_one_to_a_server_whose_certificate_nobody_vouches_for() throws Exception {
            try (var impostor = Impostor.start()) {
                assertThat(through(impostor.url())).isEqualTo(new SendOutcome.Later(0));
                assertThat(impostor.requests()).isZero();
            }
        }

        private SendOutcome through(String host) {
            var elsewhere = new WeChatConnectionDetails() {
                @Override
                public String appId() {
                    return account.appId();
                }

                @Override
                public String appSecret() {
                    return account.appSecret();
                }

                @Override
                public String apiHost() {
                    return host;
                }
            };
            return new SubscribeMessages(new WeChatCalls(wxJava, elsewhere, redis, json))
                    .send(openid, TEMPLATE, "", Map.of("thing1", "一"));
        }
    }

    @Nested
    class A_doubt {

        @Test
        void remains_after_minus_one_whether_or_not_wechat_acted_and_nothing_is_repeated() {
            weChat.fault(Fault.before(SEND, new FaultAction.Errcode(-1)).times(1));
            assertThat(send()).isEqualTo(new SendOutcome.Unknown(-1));
            assertThat(weChat.messages(openid)).isEmpty();
            weChat.fault(Fault.after(SEND, new FaultAction.Errcode(-1)).times(1));
            assertThat(send()).isEqualTo(new SendOutcome.Unknown(-1));
            assertThat(weChat.messages(openid)).hasSize(1);
            assertThat(posts()).hasSize(2);
        }

        @Test
        void remains_after_a_reset_behind_the_acceptance() {
            remainsAfter(new FaultAction.Reset());
        }

        @Test
        void remains_after_a_connection_closed_without_answer() {
            remainsAfter(new FaultAction.Close());
        }

        @Test
        void remains_after_an_answer_that_breaks_off() {
            remainsAfter(new FaultAction.Truncate(10));
        }

        @Test
        void remains_after_an_answer_in_html() {
            remainsAfter(new FaultAction.Garbage());
        }

        @Test
        void remains_after_an_empty_answer() {
            remainsAfter(new FaultAction.Empty());
        }

        @Test
        void remains_after_an_empty_object() {
            remainsAfter(new FaultAction.EmptyJson());
        }

        @ParameterizedTest
        @ValueSource(ints = {500, 502, 503})
        void remains_after_a_server_error_even_with_a_success_in_its_body(int status) {
            remainsAfter(new FaultAction.Http(status));
        }

        @Test
        void remains_after_too_many_requests_in_the_gateways_words() {
            weChat.fault(Fault.before(SEND, new FaultAction.Http(429, "", "text/plain")));
            assertThat(send()).isEqualTo(UNKNOWN);
            assertThat(posts()).hasSize(1);
        }

        @Test
        void remains_after_an_answer_that_takes_longer_than_three_seconds() {
            remainsAfter(new FaultAction.Delay(3400));
        }

        private void remainsAfter(FaultAction trouble) {
            weChat.fault(Fault.after(SEND, trouble));
            assertThat(send()).isEqualTo(UNKNOWN);
            assertThat(posts()).hasSize(1);
            assertThat(weChat.messages(openid)).hasSize(1);
        }
    }

    @Nested
    class A_refused_token {

        @Test
        void is_replaced_and_the_message_sent_once() {
            send();
            weChat.revokeTokens(TokenKind.STABLE);
            assertThat(send()).isInstanceOf(SendOutcome.Sent.class);
            assertThat(posts()).extracting(JournalEntry::errcode).containsExactly(0, 40001, 0);
            assertThat(weChat.messages(openid)).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {40001, 40014, 42001})
        void of_any_kind_is_replayed_once(int code) {
            weChat.fault(Fault.before(SEND, new FaultAction.Errcode(code)).times(1));
            assertThat(send()).isInstanceOf(SendOutcome.Sent.class);
            assertThat(posts()).hasSize(2);
            assertThat(weChat.messages(openid)).hasSize(1);
        }
    }

    @Test
    void the_token_lives_in_redis_for_all_nodes() {
        send();
        assertThat(redis.keys("qihang:wx:access_token:*")).hasSize(1);
    }

    @Test
    void the_settings_do_not_tell_their_secret() {
        assertThat(new WeChatSettings("wx1", "top-secret", "", "", "https://api.weixin.qq.com"))
                .hasToString("WeChatSettings[wx1, https://api.weixin.qq.com]");
    }

    private SendOutcome send() {
        return messages.send(openid, TEMPLATE, "pages/ticket?id=1", Map.of("thing1", "诉求已办结"));
    }

    private List<JournalEntry> posts() {
        return weChat.journal(SEND).stream()
                .filter(it -> it.body().contains(openid))
                .toList();
    }
}
