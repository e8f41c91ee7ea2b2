package io.qihang.ticket.domain;

/** How a ticket ended, or, for 挂账, why it has not. */
public enum TicketOutcome {
    /** The enterprise confirmed it. */
    SOLVED("已解决"),
    /** The enterprise did not answer and the 台账 office confirmed so; never counts as satisfied. */
    UNANSWERED("未回应"),
    /** Cannot be solved for now; stays open in the 台账. */
    SUSPENDED("挂账"),
    /** Policy or facts were explained, there is nothing to be done; proposed by the office, confirmed by the 台账 office. */
    EXPLAINED("已解释"),
    /** Nobody of the enterprise could be reached; proposed by the office, confirmed by the 台账 office. */
    UNREACHABLE("联系不上"),
    /** Above the county's powers; proposed by the office, confirmed by the 台账 office. */
    NOT_OURS("不属本级"),
    /** The enterprise took it back. */
    WITHDRAWN("企业撤回");

    private final String label;

    TicketOutcome(String label) {
        this.label = label;
    }

    /** The outcome as a person reads it. */
    public String label() {
        return label;
    }

    /** Whether an office may propose it; 挂账 has a way of its own, and the rest is not the office's to say. */
    boolean isProposedByOffice() {
        return switch (this) {
            case EXPLAINED, UNREACHABLE, NOT_OURS, UNANSWERED -> true;
            case SOLVED, SUSPENDED, WITHDRAWN -> false;
        };
    }

    /** Whether the enterprise itself said that it is satisfied. */
    public boolean isSatisfied() {
        return this == SOLVED;
    }
}
