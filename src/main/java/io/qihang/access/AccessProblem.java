package io.qihang.access;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why a caller is not let through. */
public enum AccessProblem implements ProblemCode {
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "还没有登录，或登录已过期，请重新登录。"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "您的岗位不能办理这项操作；如确需办理，请联系安全管理员授权。"),
    CONSENT_NEEDED(HttpStatus.FORBIDDEN, "请先阅读并同意最新的个人信息保护说明。"),
    PASSWORD_CHANGE_NEEDED(HttpStatus.FORBIDDEN, "密码是初始密码或已到期，请先修改密码。"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "操作太频繁，请 %s 后再试。");

    private final HttpStatus status;
    private final String message;

    AccessProblem(HttpStatus status, String message) {
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
