package io.qihang.wechat;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong between us and WeChat, as the person on the phone is told. */
public enum WeChatProblem implements ProblemCode {
    WECHAT_CODE_REFUSED(HttpStatus.UNAUTHORIZED, "微信登录凭证已用过或已过期，请重新登录。"),
    WECHAT_USER_REFUSED(HttpStatus.FORBIDDEN, "微信暂不允许这个微信号登录，请稍后再试；如一直不能登录，请在微信“我-设置-帮助与反馈”中查询。"),
    WECHAT_PHONE_CODE_REFUSED(HttpStatus.BAD_REQUEST, "手机号授权已用过或已过期，请重新点“获取手机号”。"),
    WECHAT_PHONE_FOREIGN(HttpStatus.BAD_REQUEST, "目前只支持大陆手机号，请在微信里选择大陆手机号后再试。"),
    WECHAT_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "微信正忙，请稍后再试。"),
    WECHAT_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "暂时连不上微信，请稍后再试；超过半小时仍不行，请联系县工业和信息化局。");

    private final HttpStatus status;
    private final String message;

    WeChatProblem(HttpStatus status, String message) {
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
