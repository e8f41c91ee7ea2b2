package io.qihang.enterprise.domain;

/** Why a manager does not let a person in; a choice, so that no words reach another person unchecked. */
public enum TurnDownReason {
    NOT_OURS("不是本企业的人"),
    LEFT("已经离开本企业"),
    UNKNOWN("不认识申请的人，请先和企业管理员联系"),
    WRONG_ROLE("身份选得不对，请选对后重新申请");

    private final String label;

    TurnDownReason(String label) {
        this.label = label;
    }

    /** The Chinese words. */
    public String label() {
        return label;
    }
}
