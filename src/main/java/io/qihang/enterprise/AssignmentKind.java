package io.qihang.enterprise;

/** As what a commissioner looks after an enterprise. */
public enum AssignmentKind {
    SERVICE_COMMISSIONER("助企服务专员"),
    RESIDENT_COMMISSIONER("驻企特派员");

    private final String label;

    AssignmentKind(String label) {
        this.label = label;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }
}
