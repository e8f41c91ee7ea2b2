package io.qihang.enterprise.assignment;

import io.qihang.workbook.Sheet;
import java.util.Optional;

/** The columns of a list of commissioners, by the headings counties use. */
enum AssignmentColumn {
    USCC("统一社会信用代码", "社会信用代码", "信用代码"),
    NAME("企业名称", "单位名称", "名称"),
    STAFF("专员登录名", "专员工号", "登录名", "工号"),
    KIND("专员类别", "类别"),
    SENT_BY("派出单位", "选派单位"),
    MAIN("是否主责", "主责");

    private final String headings;

    AssignmentColumn(String... headings) {
        this.headings = String.join("|", headings);
    }

    /** Whether a list without it is refused. */
    boolean isNeeded() {
        return this != MAIN;
    }

    /** The heading to name in messages. */
    String heading() {
        return headings.split("\\|")[0];
    }

    /** Where the sheet has it. */
    Optional<Integer> placeIn(Sheet sheet) {
        return sheet.placeOf(headings.split("\\|"));
    }
}
