package io.qihang.notification;

import io.qihang.notification.domain.ReportBook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where WeChat's pushes about subscribe messages are handed over. Each method may be called again with the same push, in
 * any order; a person or template unknown here is passed over. {@code at} is the push's CreateTime.
 */
@Component
public class WeChatReports {

    private final ReportBook book;

    WeChatReports(ReportBook book) {
        this.book = book;
    }

    /**
     * {@code subscribe_msg_sent_event}: what became of one message. Resolves an attempt without a clear answer.
     *
     * @param msgid WeChat's number of the message, if it told one
     * @param code WeChat's ErrorCode, 0 for delivered
     */
    public void sent(String openid, String templateId, @Nullable String msgid, Instant at, int code) {
        book.sent(openid, templateId, msgid, at, code);
    }

    /**
     * {@code subscribe_msg_popup_event} and {@code subscribe_msg_change_event}: the person answered the pop-up, or changed
     * it in WeChat's notification management.
     */
    public void answered(String openid, String templateId, boolean accepted, Instant at) {
        book.answered(openid, templateId, accepted, at);
    }
}
