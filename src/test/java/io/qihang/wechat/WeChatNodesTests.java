package io.qihang.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.JournalEntry;
import io.qihang.simulator.SimulatorSettings;
import io.qihang.simulator.Template;
import io.qihang.simulator.TokenKind;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes of the system over one Redis, against a WeChat of their own. */
@SystemTest
@ExtendWith(OutputCaptureExtension.class)
class WeChatNodesTests {

    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String APP_ID = "wx00000000000000f1";
    private static final String SECRET = "a-secret-that-no-log-may-hold-f1";
    private static final int PEOPLE = 400;

    @Autowired
    RedisConnectionFactory connections;

    @Autowired
    JsonMapper json;

    private WeChatSimulator weChat;
    private final List<Node> nodes = new ArrayList<>();

    /** A Redis that can be away. */
    private static final class Redis extends StringRedisTemplate {

        private volatile boolean down;
        private volatile boolean tokenVanishes;

        private Redis(RedisConnectionFactory connections) {
            super(connections);
        }

        @Override
        public <T> @Nullable T execute(RedisCallback<T> action, boolean expose, boolean pipeline) {
            if (down) throw new RedisConnectionFailureException("away");
            return super.execute(action, expose, pipeline);
        }

        @Override
        public Long getExpire(String key) {
            Long left = super.getExpire(key);
            if (tokenVanishes) {
                tokenVanishes = false;
                delete(key);
            }
            return left;
        }
    }

    private record Node(WxHttp http, Redis redis, WeChatCalls calls, SubscribeMessages messages) {}

    @BeforeEach
    void start() {
        weChat = WeChatSimulator.start(SimulatorSettings.of(APP_ID, SECRET));
        weChat.putTemplate(Template.oneTime("T1", "办理进度", Map.of("thing1", "thing")));
        weChat.createUsers("o_load_", PEOPLE, "T1", 1);
        forgetTokens();
        nodes.add(node());
        nodes.add(node());
    }

    @AfterEach
    void stop() throws IOException {
        for (Node node : nodes) node.http().close();
        forgetTokens();
        weChat.close();
    }

    private void forgetTokens() {
        var redis = new StringRedisTemplate(connections);
        redis.delete(List.of("qihang:wx:access_token:" + APP_ID, "qihang:wx:forced-refresh", "qihang:wx:token-ahead"));
    }

    private Node node() {
        var account = new WeChatConnectionDetails() {
            @Override
            public String appId() {
                return APP_ID;
            }

            @Override
            public String appSecret() {
                return SECRET;
            }

            @Override
            public String apiHost() {
                return weChat.baseUrl();
            }
        };
        var http = new WxHttp();
        var redis = new Redis(connections);
        var calls = new WeChatCalls(new WeChatConfiguration().wxMaService(account, http, redis), account, redis, json);
        return new Node(http, redis, calls, new SubscribeMessages(calls));
    }

    private SendOutcome send(Node node, int person) {
        return node.messages().send("o_load_" + person, "T1", "", Map.of("thing1", "诉求已办结"));
    }

    /** Sends to everyone, half of them from each node. */
    private List<SendOutcome> sendAll(int threadsOfANode, Runnable halfway)
            throws InterruptedException, ExecutionException {
        ExecutorService senders = Executors.newFixedThreadPool(2 * threadsOfANode);
        try {
            List<Future<SendOutcome>> running = new ArrayList<>();
            for (int i = 1; i <= PEOPLE; i++) {
                int person = i;
                Callable<SendOutcome> send = () -> send(nodes.get(person % 2), person);
                running.add(senders.submit(send));
                if (i == PEOPLE / 2) halfway.run();
            }
            List<SendOutcome> outcomes = new ArrayList<>();
            for (var it : running) outcomes.add(it.get());
            return outcomes;
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void of_forty_threads_without_a_token_one_fetches_it() throws Exception {
        assertThat(sendAll(20, () -> {})).allMatch(SendOutcome.Sent.class::isInstance);
        assertThat(weChat.journal(TOKEN)).hasSize(1);
        assertThat(weChat.messages()).hasSize(PEOPLE);
    }

    @Test
    void a_token_revoked_in_the_middle_loses_no_message_and_doubles_none() throws Exception {
        assertThat(sendAll(20, () -> weChat.revokeTokens(TokenKind.STABLE)))
                .allMatch(SendOutcome.Sent.class::isInstance);
        assertThat(weChat.messages()).hasSize(PEOPLE);
        assertThat(weChat.duplicates(Duration.ofHours(1))).isEmpty();
        long refused = weChat.journal(SEND).stream()
                .filter(it -> Objects.equals(it.errcode(), 40001))
                .count();
        assertThat(weChat.journal(SEND)).hasSize(PEOPLE + (int) refused);
    }

    @Test
    void a_token_that_goes_while_it_is_looked_for_is_asked_for_anew() {
        assertThat(send(nodes.get(0), 1)).isInstanceOf(SendOutcome.Sent.class);
        nodes.get(1).redis().tokenVanishes = true;
        assertThat(send(nodes.get(1), 2)).isInstanceOf(SendOutcome.Sent.class);
        assertThat(nodes.get(1).redis().tokenVanishes).isFalse();
    }

    @Test
    void of_many_busy_answers_each_attempt_stays_one_post() throws Exception {
        weChat.fault(Fault.before(SEND, new FaultAction.Errcode(-1)).withProbability(0.05));
        weChat.fault(Fault.after(SEND, new FaultAction.Errcode(-1)).withProbability(0.05));
        var outcomes = sendAll(8, () -> {});
        assertThat(weChat.journal(SEND)).hasSize(PEOPLE);
        assertThat(outcomes).filteredOn(SendOutcome.Unknown.class::isInstance).hasSizeBetween(10, 90);
        assertThat(outcomes).allMatch(it -> it instanceof SendOutcome.Sent || it instanceof SendOutcome.Unknown);
    }

    @Test
    void with_redis_away_the_last_token_serves_and_a_refused_one_is_fetched_past_it() {
        Node node = nodes.get(0);
        assertThat(send(node, 1)).isInstanceOf(SendOutcome.Sent.class);
        node.redis().down = true;
        assertThat(send(node, 2)).isInstanceOf(SendOutcome.Sent.class);
        assertThat(weChat.journal(TOKEN)).hasSize(1);
        weChat.revokeTokens(TokenKind.STABLE);
        assertThat(send(node, 3)).isInstanceOf(SendOutcome.Sent.class);
        assertThat(weChat.journal(TOKEN)).hasSize(2);
    }

    @Test
    void with_redis_and_the_token_call_away_nothing_is_sent_and_it_may_be_tried_again() {
        Node node = nodes.get(0);
        node.redis().down = true;
        weChat.fault(Fault.before(TOKEN, new FaultAction.Http(502)));
        assertThat(send(node, 1)).isEqualTo(new SendOutcome.Later(0));
        assertThat(weChat.journal(SEND)).isEmpty();
    }

    @Test
    void the_next_token_is_fetched_ahead_of_time_by_one_node() {
        var redis = new StringRedisTemplate(connections);
        String key = "qihang:wx:access_token:" + APP_ID;
        var ahead = List.of(
                new TokenAhead(nodes.get(0).calls(), redis),
                new TokenAhead(nodes.get(1).calls(), redis));
        ahead.forEach(TokenAhead::run);
        assertThat(weChat.journal(TOKEN)).hasSize(1);
        String first = redis.opsForValue().get(key);
        assertThat(first).isNotNull();

        weChat.advance(Duration.ofSeconds(7200 - 299));
        redis.expire(key, Duration.ofSeconds(89));
        redis.delete("qihang:wx:token-ahead");
        ahead.forEach(TokenAhead::run);
        assertThat(weChat.journal(TOKEN)).hasSize(2);
        assertThat(redis.opsForValue().get(key)).isNotEqualTo(first);
        assertThat(redis.getExpire(key, TimeUnit.SECONDS)).isGreaterThan(6_000);
        assertThat(send(nodes.get(0), 1)).isInstanceOf(SendOutcome.Sent.class);
        assertThat(weChat.journal(SEND)).extracting(JournalEntry::errcode).containsExactly(0);
    }

    @Test
    void no_log_holds_a_secret_a_token_a_session_key_or_a_phone(CapturedOutput logs) throws Exception {
        weChat.createUser("o_seen", "13900009399");
        Node node = nodes.get(0);
        node.calls().login(weChat.issueLoginCode("o_seen"));
        var phone = new WeChatPhone(node.calls());
        assertThat(phone.numberFor(weChat.issuePhoneCode("o_seen"), "o_seen")).isEqualTo("13900009399");
        for (var trouble : List.of(
                new FaultAction.Errcode(-1),
                new FaultAction.Errcode(47003),
                new FaultAction.Reset(),
                new FaultAction.Garbage(),
                new FaultAction.Http(502),
                new FaultAction.Empty())) {
            weChat.clearFaults();
            weChat.fault(Fault.before("*", trouble));
            send(node, 1);
            send(node, 2);
        }
        weChat.clearFaults();
        weChat.revokeTokens(TokenKind.STABLE);
        send(node, 3);
        List<String> secrets = new ArrayList<>(List.of(SECRET, "13900009399"));
        weChat.journal().forEach(it -> {
            String answer = Objects.requireNonNullElse(it.answer(), "{}");
            for (String field : List.of("access_token", "session_key")) {
                String value = answer.startsWith("{")
                        ? json.readTree(answer).path(field).asString("")
                        : "";
                if (!value.isEmpty()) secrets.add(value);
            }
        });
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(5);
        assertThat(logs.getAll()).contains("wechat " + SEND);
        assertThat(secrets).noneMatch(logs.getAll()::contains);
    }
}
