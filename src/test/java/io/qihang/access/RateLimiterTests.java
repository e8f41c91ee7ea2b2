package io.qihang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.Problem;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.SystemTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

@SystemTest
class RateLimiterTests {

    private static final RateLimits TIGHT = new RateLimits(Map.of(RateClass.LOOKUP, 5), Map.of(RateClass.LOOKUP, 3));

    @Autowired
    LettuceConnectionFactory redis;

    @Autowired
    Limits limits;

    @Autowired
    Api api;

    @Test
    void an_account_has_its_allowance_and_then_is_told_how_long_to_wait() {
        var limiter = new RateLimiter(TIGHT, redis);
        UUID account = UUID.randomUUID();
        for (int i = 0; i < 5; i++) limiter.take(RateClass.LOOKUP, account, "10.0.0.1");
        assertThatThrownBy(() -> limiter.take(RateClass.LOOKUP, account, "10.0.0.2"))
                .isInstanceOfSatisfying(Problem.class, it -> {
                    assertThat(it.code()).isEqualTo(AccessProblem.TOO_MANY_REQUESTS);
                    assertThat(it.retryAfter()).isPositive();
                });
        limiter.take(RateClass.LOOKUP, UUID.randomUUID(), "10.0.0.1");
    }

    @Test
    void two_nodes_share_one_allowance() {
        var one = new RateLimiter(TIGHT, redis);
        var other = new RateLimiter(TIGHT, redis);
        UUID account = UUID.randomUUID();
        int passed = 0;
        for (int i = 0; i < 10; i++) passed += passes(i % 2 == 0 ? one : other, account) ? 1 : 0;
        assertThat(passed).isEqualTo(5);
    }

    @Test
    void two_nodes_exceed_an_allowance_for_reading_by_no_more_than_they_keep_untold() {
        var hundred = new RateLimits(Map.of(RateClass.READ, 100), Map.of());
        var nodes = List.of(new RateLimiter(hundred, redis), new RateLimiter(hundred, redis));
        UUID account = UUID.randomUUID();
        int passed = 0;
        for (int i = 0; i < 300; i++) passed += passes(nodes.get(i % 2), RateClass.READ, account) ? 1 : 0;
        int grownBack = 10;
        assertThat(passed).isBetween(100, 100 + 2 * RateClass.READ.untold(100) + grownBack);
    }

    @Test
    void without_redis_each_node_still_holds_the_allowance() {
        var gone = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", 1));
        gone.afterPropertiesSet();
        gone.start();
        try {
            var limiter = new RateLimiter(TIGHT, gone);
            UUID account = UUID.randomUUID();
            int passed = 0;
            for (int i = 0; i < 20; i++) passed += passes(limiter, account) ? 1 : 0;
            assertThat(passed).isEqualTo(5);
        } finally {
            gone.destroy();
        }
    }

    @Test
    void the_answer_over_http_is_429_with_retry_after() {
        limits.forget();
        Api.Reply reply = api.post("/api/v1/desk/sign-in/enrolment", Map.of("challenge", "x"));
        for (int i = 0; i < RateClass.SIGN_IN.perAddress() && reply.status() != 429; i++) {
            reply = api.post("/api/v1/desk/sign-in/enrolment", Map.of("challenge", "x"));
        }
        reply.expect(429, "TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
        limits.forget();
    }

    private static boolean passes(RateLimiter limiter, UUID account) {
        return passes(limiter, RateClass.LOOKUP, account);
    }

    private static boolean passes(RateLimiter limiter, RateClass rate, UUID account) {
        try {
            limiter.take(rate, account, "10.0.0.1");
            return true;
        } catch (Problem e) {
            assertThat(e.code()).isEqualTo(AccessProblem.TOO_MANY_REQUESTS);
            return false;
        }
    }
}
