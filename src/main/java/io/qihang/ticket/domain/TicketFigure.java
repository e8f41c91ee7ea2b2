package io.qihang.ticket.domain;

import org.jspecify.annotations.Nullable;

/** What is counted of tickets. */
public enum TicketFigure {
    /** Received since the year began. */
    COLLECTED("collected", "收到"),
    /** With a deadline of an office that ends on the day. */
    DUE_TODAY("due_today", "今天到期"),
    /** With a deadline of an office that ended before the end of the day and is not met. */
    OVERDUE("overdue", "超期未办"),
    /** Times one was given to an office. */
    DISPATCHED("dispatched", "分派"),
    /** Times an office gave one back, the second time to 终审. */
    REFUSED("refused", "退回", DISPATCHED),
    /** 销号 of any kind. */
    CLOSED("closed", "销号"),
    /** Times one was 重新立项. */
    REOPENED("reopened", "重新立项", CLOSED);

    private final String code;
    private final String label;
    private final @Nullable TicketFigure of;

    TicketFigure(String code, String label) {
        this(code, label, null);
    }

    TicketFigure(String code, String label, @Nullable TicketFigure of) {
        this.code = code;
        this.label = label;
        this.of = of;
    }

    /** The figure it is a part of; null where it stands for itself. */
    public @Nullable TicketFigure of() {
        return of;
    }

    /** Its name in an indicator's key. */
    String code() {
        return code;
    }

    /** The figure as a person reads it. */
    public String label() {
        return label;
    }
}
