package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceHttpClientImpl;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.SimplePostRequestExecutor;
import org.apache.http.ConnectionClosedException;
import org.apache.http.NoHttpResponseException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client library the product uses, in its shipped version, against the simulator. */
class WxJavaTest {

    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final String STABLE_TOKEN = "/cgi-bin/stable_token";

    private WeChatSimulator simulator;
    private WxMaService wx;

    @BeforeEach
    void start() {
        simulator = Rooms.furnished(Rooms.settings());
        WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
        config.setAppid(Client.APPID);
        config.setSecret(Client.SECRET);
        config.setApiHostUrl(simulator.baseUrl());
        config.useStableAccessToken(true);
        wx = new WxMaServiceHttpClientImpl();
        wx.setWxMaConfig(config);
        wx.setRetrySleepMillis(1);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** One send as the product makes it: exactly one POST. */
    private String sendOnce() throws WxErrorException, IOException {
        return SimplePostRequestExecutor.create(wx.getRequestHttp())
                .execute(
                        simulator.baseUrl() + SEND + "?access_token=" + wx.getAccessToken(),
                        Client.message(Rooms.OPENID, "诉求已办结"),
                        WxType.MiniApp);
    }

    private void sendThroughTheService() throws WxErrorException {
        WxMaSubscribeMessage message = new WxMaSubscribeMessage();
        message.setToUser(Rooms.OPENID);
        message.setTemplateId("T1");
        message.setData(List.of(new WxMaSubscribeMessage.MsgData("thing1", "诉求已办结")));
        wx.getMsgService().sendSubscribeMsg(message);
    }

    private int posts() {
        return simulator.journal(SEND).size();
    }

    @Nested
    class Login {

        @Test
        void gives_the_openid() throws Exception {
            assertThat(wx.getUserService()
                            .getSessionInfo(simulator.issueLoginCode(Rooms.OPENID))
                            .getOpenid())
                    .isEqualTo(Rooms.OPENID);
        }

        @Test
        void of_a_used_code_fails_with_its_code() throws Exception {
            String code = simulator.issueLoginCode(Rooms.OPENID);
            wx.getUserService().getSessionInfo(code);

            assertThatThrownBy(() -> wx.getUserService().getSessionInfo(code))
                    .asInstanceOf(InstanceOfAssertFactories.type(WxErrorException.class))
                    .extracting(failed -> failed.getError().getErrorCode())
                    .isEqualTo(40163);
        }

        @Test
        void needs_a_token_first_and_fetches_it_once() throws Exception {
            wx.getUserService().getSessionInfo(simulator.issueLoginCode(Rooms.OPENID));
            wx.getUserService().getSessionInfo(simulator.issueLoginCode(Rooms.OPENID));

            assertThat(simulator.journal(STABLE_TOKEN)).hasSize(1);
        }
    }

    @Test
    void a_phone_code_gives_the_phone() throws Exception {
        var phone = wx.getUserService().getPhoneNumber(simulator.issuePhoneCode(Rooms.OPENID));

        assertThat(phone.getPurePhoneNumber()).isEqualTo(Rooms.PHONE);
        assertThat(phone.getCountryCode()).isEqualTo("86");
        assertThat(phone.getWatermark().getAppid()).isEqualTo(Client.APPID);
    }

    @Test
    void the_templates_are_listed() throws Exception {
        assertThat(wx.getSubscribeService().getTemplateList()).singleElement().satisfies(template -> {
            assertThat(template.getPriTmplId()).isEqualTo("T1");
            assertThat(template.getType()).isEqualTo(2);
            assertThat(template.getContent()).contains("{{thing1.DATA}}");
        });
    }

    @Test
    void a_revoked_token_is_replaced_and_the_call_replayed_once() throws Exception {
        sendThroughTheService();
        simulator.accept(Rooms.OPENID, "T1");
        simulator.revokeTokens(TokenKind.STABLE);
        sendThroughTheService();

        assertThat(simulator.journal(SEND)).extracting(JournalEntry::errcode).containsExactly(0, 40001, 0);
        assertThat(simulator.messages(Rooms.OPENID)).hasSize(2);
    }

    @Nested
    class System_busy {

        @Test
        void is_posted_six_times_by_the_service() {
            simulator.fault(Fault.before(SEND, new FaultAction.Errcode(-1)));

            assertThatThrownBy(() -> sendThroughTheService())
                    .asInstanceOf(InstanceOfAssertFactories.type(WxErrorException.class))
                    .extracting(failed -> failed.getError().getErrorCode())
                    .isEqualTo(-1);
            assertThat(posts()).isEqualTo(6);
        }

        @Test
        void after_the_work_is_done_makes_the_service_send_twice() throws Exception {
            simulator.accept(Rooms.OPENID, "T1");
            simulator.fault(Fault.after(SEND, new FaultAction.Errcode(-1)).times(1));
            sendThroughTheService();

            assertThat(simulator.messages(Rooms.OPENID)).hasSize(2);
            assertThat(simulator.duplicates(Duration.ofMinutes(1))).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void is_posted_once_by_the_one_shot_send_and_keeps_its_text(FaultPhase phase) {
            simulator.fault(new Fault(
                    null, SEND, "*", "*", 1, Set.of(), phase, new FaultAction.Errcode(-1), Integer.MAX_VALUE, null));

            assertThatThrownBy(() -> sendOnce())
                    .asInstanceOf(InstanceOfAssertFactories.type(WxErrorException.class))
                    .satisfies(failed -> {
                        assertThat(failed.getError().getErrorCode()).isEqualTo(-1);
                        assertThat(failed.getError().getErrorMsgEn()).startsWith("system error rid: ");
                    });
            assertThat(posts()).isEqualTo(1);
            assertThat(simulator.messages()).hasSize(phase == FaultPhase.AFTER ? 1 : 0);
        }
    }

    @Nested
    class The_one_shot_send {

        @Test
        void gives_the_msgid() throws Exception {
            assertThat(sendOnce())
                    .contains("\"msgid\":"
                            + simulator.messages(Rooms.OPENID).get(0).msgid());
            assertThat(posts()).isEqualTo(1);
        }

        @Test
        void tells_who_does_not_want_it() throws Exception {
            sendOnce();

            assertThatThrownBy(() -> sendOnce())
                    .asInstanceOf(InstanceOfAssertFactories.type(WxErrorException.class))
                    .satisfies(failed -> {
                        assertThat(failed.getError().getErrorCode()).isEqualTo(43101);
                        assertThat(failed.getError().getErrorMsgEn()).startsWith("user refuse to accept the msg rid: ");
                    });
        }

        @Test
        void fails_on_a_reset_without_sending_again() {
            simulator.accept(Rooms.OPENID, "T1");
            simulator.fault(Fault.after(SEND, new FaultAction.Reset()));

            assertThatThrownBy(() -> sendOnce())
                    .isInstanceOf(SocketException.class)
                    .hasMessage("Connection reset");
            assertThat(posts()).isEqualTo(1);
            assertThat(simulator.messages()).hasSize(1);
        }

        @Test
        void fails_on_a_reset_of_a_connection_in_use_without_sending_again() throws Exception {
            simulator.accept(Rooms.OPENID, "T1");
            simulator.accept(Rooms.OPENID, "T1");
            sendOnce();
            simulator.fault(Fault.after(SEND, new FaultAction.Reset()));

            assertThatThrownBy(() -> sendOnce()).isInstanceOf(SocketException.class);
            assertThat(simulator.messages()).hasSize(2);
        }

        @Test
        void fails_on_a_silent_close() {
            simulator.fault(Fault.after(SEND, new FaultAction.Close()));

            assertThatThrownBy(() -> sendOnce()).isInstanceOf(NoHttpResponseException.class);
            assertThat(posts()).isEqualTo(1);
        }

        @Test
        void fails_on_a_body_that_breaks_off() {
            simulator.fault(Fault.after(SEND, new FaultAction.Truncate(10)));

            assertThatThrownBy(() -> sendOnce()).isInstanceOf(ConnectionClosedException.class);
            assertThat(posts()).isEqualTo(1);
        }

        @Test
        void fails_on_html() {
            simulator.fault(Fault.after(SEND, new FaultAction.Garbage()));

            assertThatThrownBy(() -> sendOnce()).isInstanceOf(JsonSyntaxException.class);
            assertThat(posts()).isEqualTo(1);
        }
    }
}
