package io.qihang.enterprise;

/** What a person is in an enterprise. */
public enum MemberRole {
    LEGAL_REPRESENTATIVE("法人"),
    FINANCE("财务"),
    CLERK("办事员");

    private final String label;

    MemberRole(String label) {
        this.label = label;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }
}
