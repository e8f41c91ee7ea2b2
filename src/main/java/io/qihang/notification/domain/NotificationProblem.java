package io.qihang.notification.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong with messages. */
public enum NotificationProblem implements ProblemCode {
    TEMPLATE_UNKNOWN(HttpStatus.BAD_REQUEST, "没有这个订阅消息模板，请重新打开小程序后再试。");

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
