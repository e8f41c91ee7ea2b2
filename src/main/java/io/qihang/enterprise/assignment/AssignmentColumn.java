package io.qihang.enterprise.assignment;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a list of commissioners, by the headings counties use. */
enum AssignmentColumn {
    USCC(true, "统一社会信用代码", "社会信用代码", "信用代码"),
    NAME(true, "企业名称", "单位名称", "名称"),
    STAFF(true, "专员登录名", "专员工号", "登录名", "工号"),
    KIND(true, "专员类别", "类别"),
    SENT_BY(true, "派出单位", "选派单位"),
    MAIN(false, "是否主责", "主责");

    private final boolean needed;
    private final String headings;

    AssignmentColumn(boolean needed, String... headings) {
        this.needed = needed;
        this.headings = String.join("|", headings);
    }

    /** Whether a list without it is refused. */
    boolean isNeeded() {
        return needed;
    }

    /** The heading to name in messages. */
    String heading() {
        return headings.split("\\|")[0];
    }

    /** The column with this heading, whatever spaces it is written with. */
    static Optional<AssignmentColumn> of(String heading) {
        String plain = heading.replaceAll("\\s", "");
        return Arrays.stream(values())
                .filter(it -> Arrays.asList(it.headings.split("\\|")).contains(plain))
                .findFirst();
    }
}
