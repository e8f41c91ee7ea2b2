package io.qihang.wechat;

import io.qihang.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Signing in with a code of {@code wx.login}. A code is exchanged once, however often and on however many nodes it
 * arrives; a repetition within a minute gets the session of the first. WeChat's session key is dropped unread.
 */
@Component
public class WeChatLogin {

    private static final String PREFIX = "qihang:wx-login:";
    /** By token, so that a session's end finds the code it came from. */
    private static final String OF = "qihang:wx-login-of:";

    private static final String UNDER_WAY = "?";
    private static final String REFUSED = "-";
    private static final Duration EXCHANGE = Duration.ofSeconds(8);
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(40);
    private static final int LOOKS = 150;

    private final WeChatCalls calls;
    private final StringRedisTemplate redis;

    WeChatLogin(WeChatCalls calls, StringRedisTemplate redis) {
        this.calls = calls;
        this.redis = redis;
    }

    /**
     * The session for a login code.
     *
     * @param open makes a session for the openid and returns its token; called once per code
     * @return the token
     * @throws Problem {@link WeChatProblem#WECHAT_CODE_REFUSED} when the code is used, too old or invented: the phone
     *     signs in anew; other problems of the catalogue when WeChat refuses the user or does not answer
     */
    public String sessionFor(String code, UnaryOperator<String> open) {
        String key = PREFIX + digest(code);
        boolean first = Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key, UNDER_WAY, EXCHANGE));
        return first ? exchange(key, code, open) : await(key);
    }

    private String exchange(String key, String code, UnaryOperator<String> open) {
        String left = null;
        try {
            String token = open.apply(openidFor(code));
            left = token;
            return token;
        } catch (Problem problem) {
            if (problem.code() == WeChatProblem.WECHAT_CODE_REFUSED) left = REFUSED;
            throw problem;
        } finally {
            if (left == null) redis.delete(key);
            else redis.opsForValue().set(key, left, KEPT);
            if (left != null && !left.equals(REFUSED)) redis.opsForValue().set(OF + digest(left), key, KEPT);
        }
    }

    /** Gives the token of an ended session to no repetition of its code any more. */
    public void forget(String token) {
        String key = redis.opsForValue().getAndDelete(OF + digest(token));
        if (key != null) redis.delete(key);
    }

    /** Waits for the first request with this code to end. */
    private String await(String key) {
        for (int look = 0; look < LOOKS; look++) {
            String left = redis.opsForValue().get(key);
            if (left == null) break;
            if (left.equals(REFUSED)) throw Problem.of(WeChatProblem.WECHAT_CODE_REFUSED);
            if (!left.equals(UNDER_WAY)) return left;
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        throw Problem.retryable(WeChatProblem.WECHAT_BUSY, Duration.ofSeconds(2));
    }

    private String openidFor(String code) {
        try {
            JsonNode answer = calls.login(code);
            String openid = answer.path("openid").asString("");
            if (openid.isEmpty()) throw WeChatFailure.meaningless();
            return openid;
        } catch (WeChatFailure failure) {
            throw problem(failure);
        }
    }

    private static Problem problem(WeChatFailure failure) {
        return switch (failure.errcode()) {
            case 40029, 40163 -> Problem.of(WeChatProblem.WECHAT_CODE_REFUSED);
            case 40226 -> Problem.of(WeChatProblem.WECHAT_USER_REFUSED);
            case 45011 -> Problem.retryable(WeChatProblem.WECHAT_BUSY, Duration.ofSeconds(10));
            case -1 -> Problem.retryable(WeChatProblem.WECHAT_BUSY, Duration.ofSeconds(2));
            default -> Problem.retryable(WeChatProblem.WECHAT_UNAVAILABLE, Duration.ofSeconds(5));
        };
    }

    private static String digest(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
