package io.qihang.notification.domain;

import io.qihang.notification.RecipientState;
import io.qihang.wechat.SendOutcome;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt means for the recipient.
 *
 * @param state the state that follows
 * @param reason why, in Chinese
 * @param msgid WeChat's number of the message
 * @param retryAfter how long to wait before the next attempt; null when there is none
 * @param credit what becomes of the accept that was set aside for the attempt
 * @param messageAtFault whether every other recipient would fare the same
 */
record Outcome(
        RecipientState state,
        String reason,
        @Nullable String msgid,
        @Nullable Duration retryAfter,
        Credit credit,
        boolean messageAtFault) {

    /** What becomes of an accept. */
    enum Credit {
        USED,
        GIVEN_BACK,
        NONE_LEFT
    }

    /** So often a message is tried before it counts as failed: about six and a half hours. */
    static final int MAX_ATTEMPTS = 20;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private static final int NOT_SUBSCRIBED = 43101;
    private static final int NO_SUCH_USER = 40003;

    /** Codes that blame the template, its texts or the page. */
    private static final Set<Integer> MESSAGE_AT_FAULT = Set.of(40037, 41030, 43107, 45168, 47001, 47003);

    /** What WeChat's answer to attempt number {@code attempt} means. */
    static Outcome of(SendOutcome answer, int attempt) {
        if (answer instanceof SendOutcome.Sent sent) {
            return new Outcome(RecipientState.SENT, "", sent.msgid(), null, Credit.USED, false);
        }
        if (answer instanceof SendOutcome.Refused refused) return refused(refused.code());
        if (answer instanceof SendOutcome.Later later) return later(later.code(), attempt);
        return new Outcome(RecipientState.UNKNOWN, "微信没有明确答复，可能已送达，不再重发", null, null, Credit.USED, false);
    }

    /** The person has no WeChat account here. */
    static Outcome withoutOpenid() {
        return new Outcome(RecipientState.FAILED, "没有微信登录", null, null, Credit.GIVEN_BACK, false);
    }

    private static Outcome refused(int code) {
        if (code == NOT_SUBSCRIBED) {
            return new Outcome(RecipientState.UNSUBSCRIBED, "已取消订阅或次数用完", null, null, Credit.NONE_LEFT, false);
        }
        String reason = code == NO_SUCH_USER ? "微信用户标识无效（40003）" : "微信拒绝发送（" + code + "）";
        return new Outcome(
                RecipientState.FAILED, reason, null, null, Credit.GIVEN_BACK, MESSAGE_AT_FAULT.contains(code));
    }

    private static Outcome later(int code, int attempt) {
        String reason = code == 0 ? "连不上微信" : "微信暂不能发送（" + code + "）";
        if (attempt >= MAX_ATTEMPTS) {
            return new Outcome(RecipientState.FAILED, reason + "，多次重试未成", null, null, Credit.GIVEN_BACK, false);
        }
        return new Outcome(RecipientState.READY, reason, null, waitAfter(attempt), Credit.GIVEN_BACK, false);
    }

    /** 15 s, then twice as long each time, at most half an hour. */
    static Duration waitAfter(int attempt) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
