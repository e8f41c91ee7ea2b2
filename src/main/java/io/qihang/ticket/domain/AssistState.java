package io.qihang.ticket.domain;

/** Where an assisting office stands with its part. */
public enum AssistState {
    ASKED("待受理"),
    ACCEPTED("办理中"),
    DONE("已办结"),
    WITHDRAWN("已撤回");

    private final String label;

    AssistState(String label) {
        this.label = label;
    }

    /** The state as a person reads it. */
    public String label() {
        return label;
    }

    /** Whether the office still owes its part; the ticket cannot be answered before. */
    public boolean isOpen() {
        return this == ASKED || this == ACCEPTED;
    }
}
