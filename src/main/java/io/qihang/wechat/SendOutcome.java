package io.qihang.wechat;

import org.jspecify.annotations.Nullable;

/** What one attempt to send came to; WeChat knows no idempotency key, so a doubt stays a doubt. */
public sealed interface SendOutcome {

    /**
     * WeChat took the message for delivery.
     *
     * @param msgid its number, if WeChat told one
     */
    record Sent(@Nullable String msgid) implements SendOutcome {}

    /**
     * WeChat will not send it, now or later; nothing was sent.
     *
     * @param code WeChat's errcode, such as 43101: the person does not want it or has used up the accepts
     */
    record Refused(int code) implements SendOutcome {}

    /**
     * Nothing was sent, and it may be tried again.
     *
     * @param code WeChat's errcode; 0 when WeChat was not reached
     */
    record Later(int code) implements SendOutcome {}

    /**
     * Nobody can tell whether WeChat sent it.
     *
     * @param code WeChat's errcode, such as -1: busy; 0 when none came
     */
    record Unknown(int code) implements SendOutcome {}
}
