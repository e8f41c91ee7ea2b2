package io.qihang.ticket;

/** The mouth through which a ticket entered the one pool; all share one clock. */
public enum TicketOrigin {
    ENTERPRISE("企业提交"),
    VISIT("走访"),
    PHONE("电话"),
    PAPER("纸质来件"),
    HOTLINE("12345热线转办"),
    LEADER_NOTE("领导批示");

    private final String label;

    TicketOrigin(String label) {
        this.label = label;
    }

    /** The origin as a person reads it. */
    public String label() {
        return label;
    }
}
