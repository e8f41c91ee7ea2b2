package io.qihang.notification.domain;

import io.qihang.wechat.SendOutcome;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt means for the recipient.
 *
 * @param change what happens to the recipient
 * @param reason why, in Chinese
 * @param msgid WeChat's number of the message
 * @param retryAfter how long to wait before the next attempt; null when there is none
 * @param credit what becomes of the accept that was set aside for the attempt
 * @param fault why every other recipient would fare the same; null when none would
 * @param complaint whether WeChat asked for less
 */
record Outcome(
        RecipientChange change,
        String reason,
        @Nullable String msgid,
        @Nullable Duration retryAfter,
        Credit credit,
        @Nullable MessageFault fault,
        Complaint complaint) {

    /** What becomes of an accept. */
    enum Credit {
        USED,
        GIVEN_BACK,
        NONE_LEFT
    }

    /** What WeChat's answer says about the pace. */
    enum Complaint {
        NONE,
        /** One such answer means nothing, many mean too much. */
        BUSY,
        TOO_MUCH
    }

    /** So often a message is tried before it counts as failed: about six and a half hours. */
    static final int MAX_ATTEMPTS = 20;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private static final int NOT_SUBSCRIBED = 43101;
    private static final int NO_SUCH_USER = 40003;
    private static final int BUSY = -1;
    private static final Set<Integer> TOO_MUCH = Set.of(45009, 45011, 44990, 44991);

    /** What WeChat's answer to the attempt means, of which it is the {@code tries}th. */
    static Outcome of(SendOutcome answer, int tries) {
        if (answer instanceof SendOutcome.Sent sent) {
            return end(RecipientChange.TAKEN, "", sent.msgid(), Credit.USED, null);
        }
        if (answer instanceof SendOutcome.Refused refused) return refused(refused.code());
        if (answer instanceof SendOutcome.Later later) return later(later.code(), tries);
        boolean busy = answer instanceof SendOutcome.Unknown unknown && unknown.code() == BUSY;
        return new Outcome(
                RecipientChange.LOST,
                "微信没有明确答复，可能已送达，不再重发",
                null,
                null,
                Credit.USED,
                null,
                busy ? Complaint.BUSY : Complaint.NONE);
    }

    /** The person has no WeChat account here. */
    static Outcome withoutOpenid() {
        return end(RecipientChange.REFUSED, "没有微信登录", null, Credit.GIVEN_BACK, null);
    }

    /** Our own fault after the claim: nobody looked whether the message had left. */
    static Outcome broken() {
        return end(RecipientChange.LOST, "发送时出错，可能已送达，不再重发", null, Credit.USED, null);
    }

    private static Outcome refused(int code) {
        if (code == NOT_SUBSCRIBED) {
            return end(RecipientChange.NOT_SUBSCRIBED, "已取消订阅或次数用完", null, Credit.NONE_LEFT, null);
        }
        MessageFault fault = MessageFault.of(code).orElse(null);
        String reason =
                fault != null ? fault.reason() : code == NO_SUCH_USER ? "微信用户标识无效（40003）" : "微信拒绝发送（" + code + "）";
        return end(RecipientChange.REFUSED, reason, null, Credit.GIVEN_BACK, fault);
    }

    private static Outcome later(int code, int tries) {
        String reason = code == 0 ? "连不上微信" : "微信暂不能发送（" + code + "）";
        Complaint complaint = TOO_MUCH.contains(code) ? Complaint.TOO_MUCH : Complaint.NONE;
        if (tries >= MAX_ATTEMPTS) {
            return new Outcome(
                    RecipientChange.REFUSED, reason + "，多次重试未成", null, null, Credit.GIVEN_BACK, null, complaint);
        }
        return new Outcome(
                RecipientChange.POSTPONED, reason, null, waitAfter(tries), Credit.GIVEN_BACK, null, complaint);
    }

    private static Outcome end(
            RecipientChange change,
            String reason,
            @Nullable String msgid,
            Credit credit,
            @Nullable MessageFault fault) {
        return new Outcome(change, reason, msgid, null, credit, fault, Complaint.NONE);
    }

    /** 15 s, then twice as long each time, at most half an hour. */
    static Duration waitAfter(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
