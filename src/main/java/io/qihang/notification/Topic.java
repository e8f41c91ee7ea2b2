package io.qihang.notification;

/** What kind of message it is; a person may do without WeChat for some kinds, and finds them in the inbox all the same. */
public enum Topic {
    /** The recipient's own business, such as an answer or a deadline. */
    OWN("自己办的事", "诉求办到哪一步、证书核验、走访"),
    /** What the law demands that the recipient be told. */
    STATUTORY("依法告知", "法律法规要求告知您的，每件写明依据"),
    POLICY("新政策", "与您的企业有关的政策发布了"),
    WINDOW("申报时间", "申报快开始、快截止"),
    DIGEST("每周与您有关", "关了“新政策”的，每周一合成一条");

    private final String label;
    private final String note;

    Topic(String label, String note) {
        this.label = label;
        this.note = note;
    }

    public String label() {
        return label;
    }

    /** What is told under it. */
    public String note() {
        return note;
    }

    /** Whether a person may do without it. */
    public boolean isMutable() {
        return this == POLICY || this == WINDOW || this == DIGEST;
    }
}
