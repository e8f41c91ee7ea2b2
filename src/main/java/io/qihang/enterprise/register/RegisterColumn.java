package io.qihang.enterprise.register;

import io.qihang.enterprise.KnownFact;
import io.qihang.workbook.Sheet;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of the register the system understands, by the headings counties use. */
enum RegisterColumn {
    USCC(null, "统一社会信用代码", "社会信用代码", "信用代码"),
    NAME(null, "企业名称", "单位名称", "名称"),
    UNIT(null, "所属乡镇", "乡镇（街道）", "乡镇", "乡镇街道", "所在单位", "属地"),
    INDUSTRY(null, "行业代码", "行业", "国民经济行业"),
    CONTACT_NAME(null, "联系人", "企业联系人"),
    CONTACT_PHONE(null, "联系电话", "电话", "手机号", "联系方式"),
    LAND_OUTPUT_GRADE(KnownFact.LAND_OUTPUT_GRADE, "亩产效益", "亩产效益等级", "亩产效益评价", "亩产效益评价等级"),
    INDUSTRY_CHAIN(KnownFact.INDUSTRY_CHAIN, "产业链", "所属产业链"),
    SIZE(KnownFact.SIZE, "规模", "企业规模"),
    ABOVE_SCALE(KnownFact.ABOVE_SCALE, "规上", "是否规上"),
    REVENUE_WAN(KnownFact.REVENUE, "营业收入（万元）", "主营业务收入（万元）", "年营业收入（万元）"),
    REVENUE(KnownFact.REVENUE, "营业收入（元）", "主营业务收入（元）"),
    RD_EXPENSE_WAN(KnownFact.RD_EXPENSE, "研发费用（万元）", "研发投入（万元）"),
    EMPLOYEES(KnownFact.EMPLOYEES, "从业人数", "从业人员", "职工人数"),
    FOUNDED_ON(KnownFact.FOUNDED_ON, "成立日期", "成立时间", "注册日期");

    private final @Nullable KnownFact fact;
    private final String headings;

    RegisterColumn(@Nullable KnownFact fact, String... headings) {
        this.fact = fact;
        this.headings = String.join("|", headings);
    }

    /** The fact its values become; null for what describes the enterprise itself. */
    @Nullable
    KnownFact fact() {
        return fact;
    }

    /** The heading to name in messages. */
    String heading() {
        return headings.split("\\|")[0];
    }

    /** The column with this heading, whatever brackets and spaces it is written with. */
    static Optional<RegisterColumn> of(String heading) {
        String plain = Sheet.plain(heading);
        return Arrays.stream(values())
                .filter(it -> Arrays.stream(it.headings.split("\\|"))
                        .anyMatch(known -> Sheet.plain(known).equals(plain)))
                .findFirst();
    }
}
