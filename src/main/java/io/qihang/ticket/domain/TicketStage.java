package io.qihang.ticket.domain;

/** The four stages, in the words of the county's plan (服务直通车). */
public enum TicketStage {
    COLLECTING("问题收集"),
    HANDLING("限时办理"),
    TRACKING("持续跟踪"),
    CLOSING("销号管理");

    private final String label;

    TicketStage(String label) {
        this.label = label;
    }

    /** The stage as the plan names it. */
    public String label() {
        return label;
    }
}
