package io.qihang.rule;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can be wrong with a condition. */
public enum RuleProblem implements ProblemCode {
    RULE_EMPTY(HttpStatus.BAD_REQUEST, "条件里有一组是空的，请至少写一条，或者去掉这一组。"),
    RULE_LINE_INCOMPLETE(HttpStatus.BAD_REQUEST, "条件里有一条没有写完：%s，请补全或去掉。"),
    RULE_VALUE(HttpStatus.BAD_REQUEST, "条件里的“%s”不是%s，请修改。"),
    RULE_TOO_LARGE(HttpStatus.BAD_REQUEST, "条件不超过 %s 条、%s 层，请简化。");

    private final HttpStatus status;
    private final String message;

    RuleProblem(HttpStatus status, String message) {
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
