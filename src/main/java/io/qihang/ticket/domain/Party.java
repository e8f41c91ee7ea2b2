package io.qihang.ticket.domain;

/** As what someone acts on a ticket. */
public enum Party {
    /** A confirmed member of the enterprise the ticket belongs to. */
    ENTERPRISE("企业"),
    /** A commissioner who took the ticket up on a visit. */
    COMMISSIONER("服务专员"),
    /** The office that keeps the 台账, dispatches and closes; by default 县工业和信息化局. */
    LEDGER("台账单位"),
    /** The office the ticket is assigned to. */
    HANDLER("承办单位"),
    /** An office asked to contribute. */
    ASSISTANT("协办单位"),
    /** The office that decides finally whose matter a ticket is; by default 县工业运行指挥部. */
    ARBITER("终审单位"),
    /** The system itself: sweeps. */
    SYSTEM("系统");

    private final String label;

    Party(String label) {
        this.label = label;
    }

    /** The party as a person reads it. */
    public String label() {
        return label;
    }
}
