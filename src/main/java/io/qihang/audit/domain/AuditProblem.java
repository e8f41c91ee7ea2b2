package io.qihang.audit.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can be asked wrongly of the audit. */
public enum AuditProblem implements ProblemCode {
    CHECKPOINT_INCOMPLETE(HttpStatus.BAD_REQUEST, "检查点的序号 seq（从 1 起）和链值 chain 要一起填，照当时记下的填；没有的两个都不填。"),
    SLICE_UNKNOWN(HttpStatus.BAD_REQUEST, "接着核对的，fromSeq 和 fromChain 填上一次返回的 sealed 和 head；从头核对的两个都不填。"),
    SLICE_TOO_LONG(HttpStatus.BAD_REQUEST, "一次核对的条数 most 只能是 1 到 %s，请改小，分几次核对。");

    private final HttpStatus status;
    private final String message;

    AuditProblem(HttpStatus status, String message) {
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
