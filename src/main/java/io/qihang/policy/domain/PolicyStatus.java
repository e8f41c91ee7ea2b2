package io.qihang.policy.domain;

/** Where an edition of a policy stands. */
public enum PolicyStatus {
    DRAFT("草稿"),
    PUBLISHED("已发布"),
    WITHDRAWN("已撤回"),
    REPLACED("已被替代");

    private final String label;

    PolicyStatus(String label) {
        this.label = label;
    }

    /** The status's Chinese name. */
    public String label() {
        return label;
    }
}
