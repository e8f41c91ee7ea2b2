package io.qihang.plan.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why a plan cannot be shown so. */
public enum PlanProblem implements ProblemCode {
    PLAN_DAY_TO_COME(HttpStatus.BAD_REQUEST, "截至日期不能晚于今天，请改后再看。"),
    PLAN_NO_SOURCE(HttpStatus.NOT_FOUND, "这一项尚无数据来源，没有名单可看。");

    private final HttpStatus status;
    private final String message;

    PlanProblem(HttpStatus status, String message) {
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
