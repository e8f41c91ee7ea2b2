package io.qihang.identity.domain;

import io.qihang.access.Role;

/**
 * What an account was made for. It gives no right by itself; it bounds what may be granted, so that none of the 三员
 * ever combines with another or with business.
 */
public enum AccountKind {
    BUSINESS("业务账号"),
    SYSTEM_ADMIN("系统管理员账号"),
    SECURITY_ADMIN("安全管理员账号"),
    AUDIT_ADMIN("审计管理员账号");

    private final String label;

    AccountKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the role may be granted to an account of this kind. */
    public boolean admits(Role role) {
        return role.isAdministrator() ? name().equals(role.name()) : this == BUSINESS;
    }
}
