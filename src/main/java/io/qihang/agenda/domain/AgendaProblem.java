package io.qihang.agenda.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong with tasks. */
public enum AgendaProblem implements ProblemCode {
    TASK_CLOSED(HttpStatus.CONFLICT, "这项待办已经不在了：情况已经变化，或已有人处理。请刷新后查看。");

    private final HttpStatus status;
    private final String message;

    AgendaProblem(HttpStatus status, String message) {
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
