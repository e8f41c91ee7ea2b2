package io.qihang.ticket.web;

import cn.idev.excel.FastExcel;
import io.qihang.platform.Times;
import io.qihang.platform.web.Spreadsheets;
import io.qihang.region.Regions;
import io.qihang.ticket.domain.LedgerLine;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the 台账 as an Excel sheet. Every cell is text; what a spreadsheet would take for a formula is marked. */
final class LedgerSheet {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Times.SHANGHAI);
    private static final List<String> HEAD = List.of(
            "编号", "企业", "乡镇（街道）", "类别", "诉求", "来源", "来源说明", "收到时间", "承办单位", "状态", "受理期限", "受理时间", "答复期限", "答复时间",
            "办结期限", "办结时间", "是否超期", "办理结果", "结果", "企业意见", "销号情况", "销号时间", "重新立项次数", "附件数");

    private LedgerSheet() {}

    static byte[] write(List<LedgerLine> lines, Regions regions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FastExcel.write(out)
                .head(HEAD.stream().map(List::of).toList())
                .sheet("诉求台账")
                .doWrite(lines.stream().map(line -> cells(line, regions)).toList());
        return out.toByteArray();
    }

    private static List<String> cells(LedgerLine line, Regions regions) {
        List<String> cells = new ArrayList<>(HEAD.size());
        cells.add(line.number());
        cells.add(Spreadsheets.text(line.enterprise()));
        cells.add(regions.nameOf(line.unit()));
        cells.add(Spreadsheets.text(line.category()));
        cells.add(Spreadsheets.text(line.title()));
        cells.add(line.origin().label());
        cells.add(Spreadsheets.text(line.originNote()));
        cells.add(moment(line.receivedAt()));
        cells.add(Spreadsheets.text(line.office()));
        cells.add(line.status().label());
        cells.add(moment(line.acceptDue()));
        cells.add(moment(line.accepted()));
        cells.add(moment(line.replyDue()));
        cells.add(moment(line.replied()));
        cells.add(moment(line.solveDue()));
        cells.add(moment(line.solved()));
        cells.add(line.late() ? "超期" : "否");
        cells.add(Spreadsheets.text(line.result()));
        cells.add(line.outcome() == null ? "" : line.outcome().label());
        cells.add(satisfied(line));
        cells.add(line.closed() ? "已销号" : "未销号");
        cells.add(moment(line.closedAt()));
        cells.add(Integer.toString(line.reopened()));
        cells.add(Integer.toString(line.files()));
        return cells;
    }

    /** Silence is not satisfaction. */
    private static String satisfied(LedgerLine line) {
        if (!line.closed() || line.outcome() == null) return "";
        return line.outcome().isSatisfied() ? "确认解决" : line.outcome().label();
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at);
    }
}
