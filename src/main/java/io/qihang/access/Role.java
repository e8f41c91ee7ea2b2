package io.qihang.access;

/** What a staff account may be granted. The three administrators (三员) are held alone, by different people. */
public enum Role {
    COUNTY_OFFICER("县局工作人员"),
    TOWNSHIP_OFFICER("乡镇（街道）工作人员"),
    HANDLER("部门经办人"),
    COMMISSIONER("服务专员"),
    LEADER("领导"),
    SYSTEM_ADMIN("系统管理员"),
    SECURITY_ADMIN("安全管理员"),
    AUDIT_ADMIN("审计管理员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role's Chinese name. */
    public String label() {
        return label;
    }

    /** Whether this is one of the 三员, which see no business data and combine with nothing. */
    public boolean isAdministrator() {
        return switch (this) {
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> true;
            default -> false;
        };
    }
}
