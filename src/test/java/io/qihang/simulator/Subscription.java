package io.qihang.simulator;

/**
 * What one user allows for one template.
 *
 * @param credits sends left, for a one-time template
 * @param longTerm whether a long-term template may be sent
 * @param rejected whether the user switched the template off in WeChat's notification management
 */
public record Subscription(String openid, String templateId, int credits, boolean longTerm, boolean rejected) {

    static Subscription none(String openid, String templateId) {
        return new Subscription(openid, templateId, 0, false, false);
    }

    /** The user tapped accept so many times; an accept also takes back a rejection. */
    Subscription accepted(boolean longTermTemplate, int times) {
        return longTermTemplate
                ? new Subscription(openid, templateId, 0, true, false)
                : new Subscription(openid, templateId, credits + times, false, false);
    }

    /** The user tapped reject in the pop-up: ends a long-term subscription, leaves earlier one-time credits. */
    Subscription declined() {
        return new Subscription(openid, templateId, credits, false, rejected);
    }

    /** The user switched the template off in notification management: nothing is left. */
    Subscription switchedOff() {
        return new Subscription(openid, templateId, 0, false, true);
    }

    boolean allowsSend() {
        return !rejected && (longTerm || credits > 0);
    }

    Subscription afterSend() {
        return longTerm ? this : new Subscription(openid, templateId, credits - 1, false, rejected);
    }
}
