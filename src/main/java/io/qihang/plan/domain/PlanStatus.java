package io.qihang.plan.domain;

/** What a plan is worth. */
public enum PlanStatus {
    IN_FORCE("生效"),
    /** A copy to show the system with; nobody is held to it. */
    DEMO("演示");

    private final String label;

    PlanStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
