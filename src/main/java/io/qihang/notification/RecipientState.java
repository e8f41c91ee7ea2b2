package io.qihang.notification;

/**
 * What became of a message to one recipient. The inbox has it in any case; when the campaign closes each recipient has
 * exactly one of the end states, and it changes no more.
 */
public enum RecipientState {
    /** Waiting to be sent, perhaps again after WeChat had no time. */
    READY("待发送"),
    /** A node is about to send it or is waiting for WeChat's answer. */
    SENDING("发送中"),
    /** WeChat gave no clear answer; it may still report what it did. Never sent again. */
    DOUBTFUL("结果待定"),
    /** The person has read it. */
    READ("已读"),
    /** WeChat took it for delivery. */
    SENT("已送达"),
    /** A commissioner has told the enterprise in person. */
    TOLD("已当面告知"),
    /** The person has not asked for it or has used up the accepts: no fault of anyone. */
    UNSUBSCRIBED("未订阅"),
    /** WeChat will not send it; the reason says why. Only these are sent again. */
    FAILED("失败"),
    /** Nobody can tell whether WeChat sent it, and WeChat has not reported it in time. */
    UNKNOWN("结果未知"),
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

    /** Whether a campaign may close with it. */
    public boolean isEnd() {
        return this != READY && this != SENDING && this != DOUBTFUL;
    }
}
