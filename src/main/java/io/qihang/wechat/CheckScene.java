package io.qihang.wechat;

/** Where others meet what is checked; WeChat judges each place by itself. */
public enum CheckScene {
    /** Beside something that is there already. */
    COMMENT(2),
    /** By itself. */
    FORUM(3);

    private final int code;

    CheckScene(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
