package io.qihang.ticket.domain;

/** What is counted of tickets. */
public enum TicketFigure {
    /** Received since the year began. */
    COLLECTED("collected", "收到"),
    /** With a deadline of an office that ends on the day. */
    DUE_TODAY("due_today", "今天到期"),
    /** With a deadline of an office that ended before the end of the day and is not met. */
    OVERDUE("overdue", "超期未办"),
    /** Times an office gave one back. */
    REFUSED("refused", "退回"),
    /** 销号 of any kind. */
    CLOSED("closed", "销号"),
    /** Times one was 重新立项. */
    REOPENED("reopened", "重新立项");

    private final String code;
    private final String label;

    TicketFigure(String code, String label) {
        this.code = code;
        this.label = label;
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
