package io.qihang.identity;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong with accounts and signing in. */
public enum IdentityProblem implements ProblemCode {
    SIGN_IN_REFUSED(HttpStatus.UNAUTHORIZED, "登录名或密码不对，或账号暂不能登录。连续输错 5 次将锁定 15 分钟；仍不能登录请联系安全管理员。"),
    SECOND_FACTOR_REFUSED(HttpStatus.UNAUTHORIZED, "动态口令不对、已用过或已过期，请等下一个口令再试。连续输错 5 次将锁定 15 分钟。"),
    CHALLENGE_EXPIRED(HttpStatus.UNAUTHORIZED, "登录步骤已超时，请从输入密码重新开始。"),
    PASSWORD_REFUSED(HttpStatus.BAD_REQUEST, "新密码不符合要求：%s"),
    PASSWORD_WRONG(HttpStatus.BAD_REQUEST, "原密码不对，请重新输入。"),
    LOGIN_NAME_TAKEN(HttpStatus.CONFLICT, "这个登录名已被使用（离职人员的登录名也不再启用），请换一个。"),
    LOGIN_NAME_REFUSED(HttpStatus.BAD_REQUEST, "%s"),
    PHONE_REFUSED(HttpStatus.BAD_REQUEST, "手机号应为 11 位大陆手机号，请检查。"),
    PERSON_HAS_ACCOUNT(HttpStatus.CONFLICT, "这个手机号已有工作账号；一人只能有一个账号，三员不得由同一人兼任。"),
    ROLE_NOT_FOR_ACCOUNT(HttpStatus.CONFLICT, "这个账号建为“%s”，不能授予“%s”；三员账号与业务账号互不兼任。"),
    ROLE_ALREADY_GRANTED(HttpStatus.CONFLICT, "这个账号已有同样的岗位和范围。"),
    GRANT_NEEDS_UNIT(HttpStatus.BAD_REQUEST, "乡镇（街道）岗位必须指定所在乡镇、街道或开发区。"),
    GRANT_NEEDS_OFFICE(HttpStatus.BAD_REQUEST, "部门经办人必须指定所在责任单位。"),
    GRANT_HAS_NO_SCOPE(HttpStatus.BAD_REQUEST, "三员不带业务范围，请去掉乡镇和单位。"),
    GRANT_UNIT_UNKNOWN(HttpStatus.BAD_REQUEST, "账号所在县没有代码为“%s”的乡镇、街道或开发区，请从列表中选择。"),
    GRANT_OFFICE_UNKNOWN(HttpStatus.BAD_REQUEST, "账号所在县没有代码为“%s”的责任单位，请从列表中选择。"),
    ACCOUNT_DISABLED(HttpStatus.CONFLICT, "账号已停用，请先启用。"),
    CONSENT_OUTDATED(HttpStatus.CONFLICT, "说明已更新，或没有这个版本，请重新阅读最新版本后再同意。"),
    BINDING_REFUSED(HttpStatus.FORBIDDEN, "登录名、密码或动态口令不对，或账号暂不能绑定（初始密码须先在电脑端修改）。连续输错 5 次将锁定 15 分钟。"),
    BINDING_NOT_FOR_ADMINISTRATORS(HttpStatus.CONFLICT, "三员账号只在电脑端使用，不能绑定手机。"),
    OWN_ACCOUNT(HttpStatus.CONFLICT, "不能对自己的账号做这项操作，请由另一位管理员办理。");

    private final HttpStatus status;
    private final String message;

    IdentityProblem(HttpStatus status, String message) {
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
