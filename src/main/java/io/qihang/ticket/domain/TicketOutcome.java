package io.qihang.ticket.domain;

/** How a ticket ended, or, for 挂账, why it has not. */
public enum TicketOutcome {
    /** The enterprise confirmed it. */
    SOLVED("已解决"),
    /** The enterprise did not answer and the 台账 office confirmed so; never counts as satisfied. */
    UNANSWERED("未回应"),
    /** Cannot be solved for now; stays open in the 台账. */
    SUSPENDED("挂账");

    private final String label;

    TicketOutcome(String label) {
        this.label = label;
    }

    /** The outcome as a person reads it. */
    public String label() {
        return label;
    }

    /** Whether the enterprise itself said that it is satisfied. */
    public boolean isSatisfied() {
        return this == SOLVED;
    }
}
