package io.qihang.visit.domain;

/** Who made a promise. */
public enum Promiser {
    COMMISSIONER("专员"),
    OFFICE("部门"),
    ENTERPRISE("企业");

    private final String label;

    Promiser(String label) {
        this.label = label;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }
}
