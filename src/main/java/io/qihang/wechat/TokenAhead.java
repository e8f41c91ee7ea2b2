package io.qihang.wechat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fetches the next access token before the one in Redis ends, so that no request waits for it; one node does it. */
@Component
class TokenAhead {

    private static final Logger log = LoggerFactory.getLogger(TokenAhead.class);
    private static final String TURN = "qihang:wx:token-ahead";
    private static final Duration ONE_TURN = Duration.ofSeconds(15);

    /** Redis forgets a token 200 seconds before its end, and WeChat has a new one 300 seconds before. */
    private static final long AHEAD_SECONDS = 90;

    private final WeChatCalls calls;
    private final StringRedisTemplate redis;

    TokenAhead(WeChatCalls calls, StringRedisTemplate redis) {
        this.calls = calls;
        this.redis = redis;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT10S")
    public void run() {
        try {
            Long left = redis.getExpire(
                    WeChatConfiguration.TOKEN_KEYS + ":access_token:" + calls.appId(), TimeUnit.SECONDS);
            if (left != null && left > AHEAD_SECONDS) return;
            if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(TURN, "1", ONE_TURN))) calls.renew();
        } catch (WeChatFailure | DataAccessException failure) {
            log.warn(
                    "wechat: no token ahead of time: {}",
                    failure instanceof WeChatFailure
                            ? failure.getMessage()
                            : failure.getClass().getSimpleName());
        }
    }
}
