package io.qihang.visit.domain;

/** How commissioner and enterprise met. */
public enum VisitKind {
    ON_SITE("实地"),
    PHONE("电话"),
    ONLINE("线上");

    private final String label;

    VisitKind(String label) {
        this.label = label;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }
}
