package io.qihang.ticket.domain;

/** Who is told of a light. */
public enum Recipient {
    /** The handler, or everybody of the office while there is none. */
    PERSON("经办人"),
    /** The head of the office. */
    HEAD("单位负责人"),
    /** The leader in charge of the office. */
    LEADER("分管领导");

    private final String label;

    Recipient(String label) {
        this.label = label;
    }

    /** The recipient as a person reads it. */
    public String label() {
        return label;
    }
}
