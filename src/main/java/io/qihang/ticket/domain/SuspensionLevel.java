package io.qihang.ticket.domain;

/** The level at which what is suspended must be decided. */
public enum SuspensionLevel {
    COUNTY("县级"),
    CITY("市级"),
    PROVINCE("省级"),
    STATE("国家"),
    OTHER("其他");

    private final String label;

    SuspensionLevel(String label) {
        this.label = label;
    }

    /** The level as a person reads it. */
    public String label() {
        return label;
    }
}
