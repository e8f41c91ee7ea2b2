package io.qihang.notification.domain;

/** Who told us what a person answered. */
enum AnswerSource {
    /** The phone, right after the pop-up. */
    PHONE,
    /** WeChat's push. */
    WECHAT;

    AnswerSource other() {
        return this == PHONE ? WECHAT : PHONE;
    }
}
