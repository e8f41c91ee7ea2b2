package io.qihang.notification;

/** What became of the WeChat message to one recipient; the inbox has the message in any case. */
public enum RecipientState {
    /** Waiting to be sent, perhaps again after WeChat had no time. */
    READY("待发送"),
    /** A node is about to send it or is waiting for WeChat's answer. */
    SENDING("发送中"),
    /** WeChat took it for delivery. */
    SENT("已送达"),
    /** The person has not asked for it or has used up the accepts: no fault of anyone. */
    UNSUBSCRIBED("未订阅"),
    /** WeChat will not send it. */
    FAILED("失败"),
    /** Nobody can tell whether WeChat sent it; it is not sent again. */
    UNKNOWN("结果不明"),
    /** No WeChat message was meant. */
    INBOX_ONLY("只发站内消息");

    private final String label;

    RecipientState(String label) {
        this.label = label;
    }

    /** The state's Chinese name. */
    public String label() {
        return label;
    }

    /** Whether it stays so. */
    public boolean isEnd() {
        return this != READY && this != SENDING;
    }
}
