package io.qihang.ticket.web;

import cn.idev.excel.FastExcel;
import io.qihang.platform.Times;
import io.qihang.platform.web.Spreadsheets;
import io.qihang.ticket.domain.SuspensionLine;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes the 挂账 register as an Excel sheet of text. */
final class SuspensionSheet {

    private static final List<String> HEAD =
            List.of("编号", "企业", "诉求", "类别", "承办单位", "挂账日期", "办不成的原因", "由谁决定", "哪一级", "复核日", "是否到期");

    private SuspensionSheet() {}

    static byte[] write(List<SuspensionLine> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FastExcel.write(out)
                .head(HEAD.stream().map(List::of).toList())
                .sheet("挂账登记")
                .doWrite(lines.stream().map(SuspensionSheet::cells).toList());
        return out.toByteArray();
    }

    private static List<String> cells(SuspensionLine line) {
        return List.of(
                line.number(),
                Spreadsheets.text(line.enterpriseName()),
                Spreadsheets.text(line.title()),
                Spreadsheets.text(line.category()),
                Spreadsheets.text(line.officeName()),
                Times.dayOf(line.since()).toString(),
                Spreadsheets.text(line.why()),
                Spreadsheets.text(line.decider()),
                Spreadsheets.text(line.level()),
                line.reviewOn().toString(),
                line.due() ? "到期" : "");
    }
}
