package io.qihang.certificate.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why something cannot be done with a certificate. */
public enum CertificateProblem implements ProblemCode {
    CERTIFICATE_TYPE_UNKNOWN(HttpStatus.BAD_REQUEST, "没有这种证书或这个级别，请从列表里选择。"),
    CERTIFICATE_ISSUED_LATER(HttpStatus.BAD_REQUEST, "发证日期还没有到，请核对。"),
    CERTIFICATE_ENDS_BEFORE_ISSUE(HttpStatus.BAD_REQUEST, "有效期截止日不能早于发证日期，请核对。"),
    CERTIFICATE_ALREADY_IN(HttpStatus.CONFLICT, "这张证书已经交过了，请在“我的证书”里查看；被退回的请修改后重新提交。"),
    CERTIFICATE_STATE(HttpStatus.CONFLICT, "这张证书现在是“%s”，不能%s，请刷新后再看。"),
    CERTIFICATE_REVOKED_OUTSIDE(HttpStatus.BAD_REQUEST, "撤销日期应在发证日期 %s 和今天之间，请核对。");

    private final HttpStatus status;
    private final String message;

    CertificateProblem(HttpStatus status, String message) {
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
