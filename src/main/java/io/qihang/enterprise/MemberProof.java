package io.qihang.enterprise;

/** On what a membership stands. */
public enum MemberProof {
    /** Only the person's own word: no private data. */
    SELF_REPORTED("自报"),
    /** The person's WeChat phone is the county register's contact phone. */
    PHONE("名录电话一致"),
    /** An officer checked the photo of the licence. */
    LICENCE("已核营业执照"),
    /** A 乡镇 officer or a commissioner knows the person, or saw person and licence in person. */
    OFFICER("工作人员确认"),
    /** The enterprise's manager let a colleague in. */
    MANAGER("企业管理员同意");

    private final String label;

    MemberProof(String label) {
        this.label = label;
    }

    /** The Chinese words. */
    public String label() {
        return label;
    }
}
