package io.qihang.enterprise.domain;

/** What happened to a membership. */
public enum MemberStep {
    REGISTERED("登记时自报"),
    ASKED("申请加入"),
    CONFIRMED("确认身份"),
    REFUSED("未同意"),
    ROLE_CHANGED("变更身份"),
    MADE_MANAGER("成为企业管理员"),
    HANDED_OVER("交出企业管理员"),
    LEFT("本人退出"),
    ENDED("结束成员身份");

    private final String label;

    MemberStep(String label) {
        this.label = label;
    }

    /** The Chinese words. */
    public String label() {
        return label;
    }
}
