package io.qihang.ticket.domain;

import io.qihang.calendar.DueDate;
import io.qihang.platform.Times;
import io.qihang.ticket.NewTicket;
import io.qihang.ticket.TicketOrigin;
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

    static String raised(NewTicket asked) {
        if (asked.origin() == TicketOrigin.ENTERPRISE) return "企业提交诉求。";
        String note = asked.originNote() == null ? "" : "（" + asked.originNote() + "）";
        return "来源：" + asked.origin().label() + note + "，" + moment(asked.receivedAt()) + " 收到。";
    }

    static String extended(String reason, Step before, DueDate after) {
        return "办结期限由 " + moment(before.dueAt()) + " 延长到 " + moment(after.dueAt()) + "。原因：" + reason;
    }

    static String escalated(Step step, Instant now) {
        String until = "期限 " + moment(step.dueAt()) + (step.overdueAt(now) ? " 已过，" : " 快到了，");
        return switch (step.kind()) {
            case ACCEPT -> "受理" + until + "请尽快分派、受理。";
            case REPLY -> "答复" + until + "请尽快答复企业。";
            case SOLVE -> "办结" + until + "请抓紧办理，确实办不成的请说明原因并申请挂账。";
            case CONFIRM -> "企业确认" + until + "请台账单位联系企业核实，仍无回应的可按未回应销号。";
            case REVIEW -> "挂账复核" + until + "请台账单位复核：恢复办理，或说明原因继续挂账。";
        };
    }
}
