package io.qihang.notification.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong with messages. */
public enum NotificationProblem implements ProblemCode {
    TEMPLATE_UNKNOWN(HttpStatus.BAD_REQUEST, "没有这个订阅消息模板，请重新打开小程序后再试。"),
    CAMPAIGN_CLOSED(HttpStatus.CONFLICT, "这次通知已经结束，不能再重发。还没有看的企业，请服务专员当面告知。"),
    NOTHING_FAILED(HttpStatus.CONFLICT, "没有发送失败的人：已送达、未订阅和结果未知的不重发。请刷新后查看。");

    private final HttpStatus status;
    private final String message;

    NotificationProblem(HttpStatus status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
