package io.qihang.ticket.domain;

import io.qihang.platform.Times;
import io.qihang.ticket.NewTicket;
import io.qihang.ticket.TicketOrigin;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** What the system itself writes into a ticket's history. */
final class HopTexts {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(Times.SHANGHAI);

    private HopTexts() {}

    /** 2026年10月10日 18:00 */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** 3 个工作日 2 小时; the whole days first, minutes only below an hour. */
    static String workingTime(Duration worked, Duration day) {
        long days = worked.dividedBy(day);
        Duration rest = worked.minus(day.multipliedBy(days));
        String hours = rest.toHours() > 0 ? rest.toHours() + " 小时" : "";
        if (days > 0) return days + " 个工作日" + (hours.isEmpty() ? "" : " " + hours);
        return hours.isEmpty() ? rest.toMinutes() + " 分钟" : hours;
    }

    static String raised(NewTicket asked) {
        if (asked.origin() == TicketOrigin.ENTERPRISE) return "企业提交诉求。";
        String note = asked.originNote() == null ? "" : "（" + asked.originNote() + "）";
        return "来源：" + asked.origin().label() + note + "，" + moment(asked.receivedAt()) + " 收到。";
    }

    static final String RELEASED = "原经办人已离岗，退回本单位由同事接手，期限不变。";

    static final String EXTENSION_LAPSED = "诉求已经转到下一步，延期申请不再需要决定。";

    static String paused(Pause pause, Instant end) {
        return pause.reasonName() + "：" + pause.note() + " 计时暂停，最迟到 " + moment(end) + "，等到了就恢复。";
    }

    static String nudged(Pause pause, Instant end) {
        String waiting = pause.reasonName() + "：" + pause.note();
        return pause.waitsForEnterprise()
                ? waiting + " 请企业尽快补充，最迟 " + moment(end) + "，过后恢复计时。"
                : waiting + " 请承办单位主动联系，最迟 " + moment(end) + "，过后恢复计时。";
    }

    static String lapsed(Pause pause, Instant end) {
        return pause.reasonName() + "已到最长时间，自 " + moment(end) + " 起恢复计时。";
    }

    static String extensionAsked(String reason) {
        return "申请延长办结期限。原因：" + reason;
    }

    static String extended(String office, String words, Extension asked, Step before, Step after) {
        return office + "同意延期，办结期限由 " + moment(before.dueAt()) + " 延长到 " + moment(after.dueAt()) + "。原因："
                + asked.reason() + (words.isBlank() ? "" : " 意见：" + words);
    }

    static String extensionRefused(String office, String words, Step solve) {
        return office + "不同意延期，办结期限仍为 " + moment(solve.dueAt()) + "。理由：" + words;
    }

    static String escalated(Step step, Instant now) {
        String until = "期限 " + moment(step.dueAt()) + (step.overdueAt(now) ? " 已过，" : " 快到了，");
        return switch (step.kind()) {
            case ACCEPT -> "受理" + until + "请尽快分派、受理。";
            case REPLY -> "答复" + until + "请尽快答复企业。";
            case SOLVE -> "办结" + until + "请抓紧办理，确实办不成的请说明原因并申请挂账。";
            case CONFIRM -> "企业确认" + until + "请台账单位联系企业核实，仍无回应的可按未回应销号。";
            case ASSIST -> "协办" + until + "请协办单位抓紧办理。";
            case REVIEW -> "挂账复核" + until + "请台账单位复核：恢复办理，或说明原因继续挂账。";
        };
    }
}
