package io.qihang.notification.domain;

import io.qihang.notification.CampaignFault;
import java.util.Arrays;
import java.util.Optional;

/** WeChat's answers that blame the template, its texts or the page: no other recipient would fare better. */
enum MessageFault {
    TEMPLATE_UNKNOWN(40037, "微信不认识这个模板", "请系统管理员核对设置里的模板编号和微信公众平台上的是否一致。"),
    PAGE_MISSING(41030, "点开的页面不在已发布的小程序里", "请系统管理员确认小程序新版本已经发布。"),
    BANNED(43107, "模板或订阅消息能力被微信封禁", "请系统管理员到微信公众平台查看处罚通知，申诉或改用别的模板。"),
    SENSITIVE(45168, "内容含有微信的敏感词", "请撤回，换一种写法，作为新的版本发布；原样重发仍会失败。"),
    MALFORMED(47001, "微信读不懂这条消息", "请系统管理员核对模板的字段设置。"),
    FIELD_INVALID(47003, "内容不合模板字段的要求", "请系统管理员核对模板的字段名称、类型和设置里的是否一致。");

    private final int code;
    private final String reason;
    private final String advice;

    MessageFault(int code, String reason, String advice) {
        this.code = code;
        this.reason = reason;
        this.advice = advice;
    }

    static Optional<MessageFault> of(int code) {
        return Arrays.stream(values()).filter(it -> it.code == code).findFirst();
    }

    CampaignFault told() {
        return new CampaignFault(code, reason + "（" + code + "）", advice);
    }

    int code() {
        return code;
    }

    String reason() {
        return reason + "（" + code + "）";
    }
}
