package io.qihang.notification;

/**
 * Why every recipient of a message would fare the same, so that sending it stopped.
 *
 * @param code WeChat's errcode
 * @param reason what is wrong, in Chinese
 * @param advice what to do about it before the failed are sent again
 */
public record CampaignFault(int code, String reason, String advice) {}
