package io.qihang.wechat;

import java.time.Instant;

/**
 * WeChat tells what became of a subscribe message it had taken. Published as {@link SubscriptionChanged} is.
 *
 * @param openid the person
 * @param templateId WeChat's id of the template
 * @param msgid the message's number, as {@link SendOutcome.Sent} has it
 * @param errorCode 0 when it was delivered
 * @param at when, by WeChat's clock, to the second
 */
public record MessageSettled(String openid, String templateId, String msgid, int errorCode, Instant at) {}
