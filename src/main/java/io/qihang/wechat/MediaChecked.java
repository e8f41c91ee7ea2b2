package io.qihang.wechat;

/**
 * WeChat tells what it finds about an image it was given to check. Published as {@link SubscriptionChanged} is; it may
 * come before the answer to the call that gave the image.
 *
 * @param traceId the check's number
 * @param suggest pass, review or risky; empty when the image could not be fetched
 * @param label what it holds: 100 nothing, 20001 politics, 20002 porn, 21000 other
 * @param errcode 0 when it was checked, -1008 when it could not be fetched
 */
public record MediaChecked(String traceId, String suggest, int label, int errcode) {}
