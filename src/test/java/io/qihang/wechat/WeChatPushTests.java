package io.qihang.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.Push;
import io.qihang.simulator.PushSettings;
import io.qihang.simulator.SimulatorSettings;
import io.qihang.simulator.Template;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.SystemTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;

/** Events that a WeChat of its own pushes to the running system. */
@SystemTest
@ExtendWith(OutputCaptureExtension.class)
class WeChatPushTests {

    private static final String PATH = "/api/v1/wechat/push";
    private static final String OPENID = "o_pushed";
    private static final String POPUP = "subscribe_msg_popup_event";

    @Autowired
    WeChatConnectionDetails account;

    @Autowired
    ApplicationEventMulticaster multicaster;

    @Autowired
    IncompleteEventPublications publications;

    @Autowired
    JdbcClient database;

    @Autowired
    Api api;

    @Autowired
    Limits limits;

    @LocalServerPort
    int port;

    @Value("${qihang.wechat.push-token}")
    String token;

    @Value("${qihang.wechat.aes-key}")
    String key;

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
        Object payload = event.getPayload();
        if (payload instanceof SubscriptionChanged
                || payload instanceof MessageSettled
                || payload instanceof MediaChecked) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) throw new IllegalStateException("not now");
            heard.add(payload);
        }
    };
    private WeChatSimulator weChat;

    @BeforeEach
    void start() {
        database.sql("delete from wechat_push").update();
        limits.forget();
        multicaster.addApplicationListener(listener);
        weChat = WeChatSimulator.start(SimulatorSettings.of(account.appId(), account.appSecret()));
        weChat.putTemplate(Template.oneTime("T1", "一", Map.of("thing1", "thing")));
        weChat.putTemplate(Template.oneTime("T2", "二", Map.of("thing1", "thing")));
        weChat.createUser(OPENID, "13900009401");
        weChat.pushTo(PushSettings.secure("http://127.0.0.1:" + port + PATH, token, key));
    }

    @AfterEach
    void stop() {
        weChat.close();
        multicaster.removeApplicationListener(listener);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) Thread.sleep(10);
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private long rows(String state) {
        return database.sql("select count(*) from wechat_push where worked_at is " + state)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> sent(Object list) {
        return Map.of("List", list, "CreateTime", 1_767_225_602L);
    }

    private static Map<String, String> element(String msgid) {
        return Map.of("TemplateId", "T1", "MsgID", msgid, "ErrorCode", "0", "ErrorStatus", "success");
    }

    @Test
    void the_address_can_be_entered_on_wechats_page() throws InterruptedException {
        assertThat(weChat.verifyPush()).isTrue();
        weChat.pushTo(PushSettings.secure("http://127.0.0.1:" + port + PATH, "another", key));
        assertThat(weChat.verifyPush()).isFalse();
    }

    @Test
    void an_answered_popup_is_heard_once_for_each_template() throws InterruptedException {
        weChat.popup(
                OPENID,
                List.of(
                        new io.qihang.simulator.PopupAnswer("T1", "accept"),
                        new io.qihang.simulator.PopupAnswer("T2", "reject")));
        await(() -> heard.size() == 2);
        assertThat(heard)
                .extracting(it -> ((SubscriptionChanged) it).templateId() + ((SubscriptionChanged) it).accepted())
                .containsExactly("T1true", "T2false");
        assertThat(heard)
                .allMatch(it -> ((SubscriptionChanged) it).inPopup()
                        && ((SubscriptionChanged) it).openid().equals(OPENID));
        await(() -> rows("not null") == 1);
        assertThat(database.sql("select count(message) from wechat_push")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_push_repeated_and_out_of_order_is_worked_once() throws InterruptedException {
        weChat.fault(Fault.before(POPUP, new FaultAction.PushFault("duplicate", 3, 0)));
        weChat.accept(OPENID, "T1");
        await(() -> weChat.pushStatuses().size() == 3);
        weChat.fault(Fault.before("subscribe_msg_sent_event", new FaultAction.PushFault("reorder"))
                .times(1));
        weChat.emit("subscribe_msg_sent_event", OPENID, sent(element("2")), 3, Push.Corrupt.NONE);
        weChat.emit("subscribe_msg_sent_event", OPENID, sent(List.of(element("1"))), 1, Push.Corrupt.NONE);
        weChat.emit("subscribe_msg_sent_event", OPENID, sent(List.of(element("2"))), 1, Push.Corrupt.NONE);
        await(() -> weChat.pushStatuses().size() == 8 && heard.size() >= 3);
        await(() -> rows("null") == 0);
        assertThat(weChat.pushStatuses()).containsOnly(200);
        assertThat(heard).hasSize(3);
        assertThat(heard)
                .filteredOn(MessageSettled.class::isInstance)
                .contains(new MessageSettled(OPENID, "T1", "1", 0, Instant.ofEpochSecond(1_767_225_602L)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Push.Corrupt.class,
            names = {"SIGNATURE", "CIPHER", "OLD_TIMESTAMP", "FOREIGN_APPID"})
    void a_push_that_is_not_wechats_is_refused(Push.Corrupt corrupt) throws InterruptedException {
        weChat.emit("subscribe_msg_sent_event", OPENID, sent(element("1")), 1, corrupt);
        await(() -> weChat.pushStatuses().size() == 4);
        assertThat(weChat.pushStatuses()).containsOnly(403);
        assertThat(rows("null") + rows("not null")).isZero();
    }

    @Test
    void what_is_no_push_at_all_is_refused() {
        assertThat(api.get(PATH).status()).isEqualTo(403);
        assertThat(api.post(PATH, Map.of("a", 1)).status()).isEqualTo(403);
    }

    @Test
    void a_push_whose_work_failed_is_worked_again_and_its_redelivery_adds_nothing() throws InterruptedException {
        failures.set(1);
        weChat.emit("subscribe_msg_sent_event", OPENID, sent(element("7")), 1, Push.Corrupt.NONE);
        await(() -> failures.get() == 0);
        Thread.sleep(200);
        assertThat(rows("null")).isEqualTo(1);
        weChat.emit("subscribe_msg_sent_event", OPENID, sent(element("7")), 1, Push.Corrupt.NONE);
        await(() -> weChat.pushStatuses().size() == 2);
        assertThat(heard).isEmpty();
        publications.resubmitIncompletePublications(it -> it.getEvent() instanceof PushReceived);
        await(() -> rows("not null") == 1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void the_answer_comes_within_half_a_second_however_long_the_work_takes() throws InterruptedException {
        ApplicationListener<PayloadApplicationEvent<?>> slow = event -> {
            if (event.getPayload() instanceof MessageSettled) sleep(Duration.ofSeconds(2));
        };
        multicaster.addApplicationListener(slow);
        assertThat(weChat.verifyPush()).isTrue();
        try {
            weChat.pushTo(new PushSettings(
                    URI.create("http://127.0.0.1:" + port + PATH), token, key, PushSettings.Mode.SECURE, 500, 0));
            weChat.emit("subscribe_msg_sent_event", OPENID, sent(element("8")), 1, Push.Corrupt.NONE);
            await(() -> weChat.pushStatuses().size() == 1);
            assertThat(weChat.pushStatuses()).containsExactly(200);
            await(() -> rows("not null") == 1);
        } finally {
            multicaster.removeApplicationListener(slow);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_image_judged_is_heard() throws InterruptedException {
        weChat.emit(
                "wxa_media_check",
                "o_platform",
                Map.of("trace_id", "t-1", "errcode", 0, "result", Map.of("suggest", "risky", "label", 20002)),
                2,
                Push.Corrupt.NONE);
        await(() -> heard.size() == 1);
        assertThat(heard).containsExactly(new MediaChecked("t-1", "risky", 20002, 0));
    }

    @Test
    void a_body_that_is_too_large_is_refused_declared_or_not() throws Exception {
        byte[] large = ("{\"Encrypt\":\"" + "A".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (var body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(large),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                    .POST(body)
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void no_log_holds_what_signs_a_push_or_what_one_says(CapturedOutput logs) throws InterruptedException {
        failures.set(1);
        weChat.emit("subscribe_msg_sent_event", OPENID, sent(element("msgid-unlogged")), 1, Push.Corrupt.NONE);
        weChat.emit("user_info_modified", OPENID, Map.of("Remark", "msgid-unlogged"), 1, Push.Corrupt.NONE);
        weChat.emit("subscribe_msg_sent_event", OPENID, sent(element("msgid-unlogged")), 1, Push.Corrupt.SIGNATURE);
        await(() -> weChat.pushStatuses().size() == 6 && rows("null") == 1 && rows("not null") == 1);
        await(() -> logs.getAll().contains("WeChatPushes.workOff"));
        assertThat(logs.getAll()).contains("wechat pushed user_info_modified");
        assertThat(List.of(token, key, OPENID, "msgid-unlogged")).noneMatch(logs.getAll()::contains);
    }

    @Test
    void a_length_that_lies_takes_no_memory() {
        var seal = new PushSeal(token, key, account.appId());
        assertThat(seal.open("A".repeat(128))).isEmpty();
        assertThat(seal.open("not base64")).isEmpty();
        assertThat(seal.open("")).isEmpty();
    }

    @Test
    void settings_given_by_halves_are_refused() {
        assertThatThrownBy(() -> new WeChatSettings("wx1", "s", "token", "", "https://api.weixin.qq.com"))
                .hasMessageContaining("一起填写");
    }
}
