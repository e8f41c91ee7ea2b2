package io.qihang.wechat;

import java.time.Instant;

/**
 * WeChat tells what a person chose for one template. Published in the transaction that works the push off, once for each
 * push however often WeChat delivers it; pushes may come in any order.
 *
 * @param openid the person
 * @param templateId WeChat's id of the template
 * @param accepted whether it was accepted; in notification management only rejections are told
 * @param inPopup whether it was chosen in the pop-up, where an accept of a one-time template is good for one message
 * @param at when, by WeChat's clock, to the second
 */
public record SubscriptionChanged(String openid, String templateId, boolean accepted, boolean inPopup, Instant at) {}
