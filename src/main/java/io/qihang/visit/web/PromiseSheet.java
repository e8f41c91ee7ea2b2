package io.qihang.visit.web;

import cn.idev.excel.FastExcel;
import io.qihang.platform.web.Spreadsheets;
import io.qihang.visit.domain.VisitViews.LedgerLine;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the 承诺台账 as an Excel sheet. Every cell is text; what a spreadsheet would take for a formula is marked. */
final class PromiseSheet {

    private static final List<String> HEAD =
            List.of("企业", "承诺的事", "谁承诺的", "哪天走访", "到哪天", "结果", "哪天有的结果", "说明", "是否超期", "转成的诉求", "两种说法");

    private PromiseSheet() {}

    static byte[] write(List<LedgerLine> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FastExcel.write(out)
                .head(HEAD.stream().map(List::of).toList())
                .sheet("承诺台账")
                .doWrite(lines.stream().map(PromiseSheet::cells).toList());
        return out.toByteArray();
    }

    private static List<String> cells(LedgerLine line) {
        return List.of(
                Spreadsheets.text(line.enterpriseName()),
                Spreadsheets.text(line.what()),
                Spreadsheets.text(line.byName()),
                line.madeOn().toString(),
                line.dueOn().toString(),
                line.statusName(),
                text(line.settledOn()),
                Spreadsheets.text(line.note()),
                line.overdue() ? "超期" : "否",
                Spreadsheets.text(line.ticketNumber()),
                line.disputed() ? "待核对" : "");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
