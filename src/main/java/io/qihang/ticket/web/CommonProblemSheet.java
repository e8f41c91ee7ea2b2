package io.qihang.ticket.web;

import cn.idev.excel.FastExcel;
import io.qihang.platform.Times;
import io.qihang.platform.web.Spreadsheets;
import io.qihang.ticket.domain.CommonProblems;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes the list of 共性问题 for the meeting as an Excel sheet of text. */
final class CommonProblemSheet {

    private static final List<String> HEAD =
            List.of("共性问题", "共同的情况", "类别", "承办单位", "企业数", "乡镇数", "诉求件数", "未销号", "合并日期", "最近期限");

    private CommonProblemSheet() {}

    static byte[] write(List<CommonProblems.CommonLine> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FastExcel.write(out)
                .head(HEAD.stream().map(List::of).toList())
                .sheet("共性问题")
                .doWrite(lines.stream().map(CommonProblemSheet::cells).toList());
        return out.toByteArray();
    }

    private static List<String> cells(CommonProblems.CommonLine line) {
        return List.of(
                Spreadsheets.text(line.title()),
                Spreadsheets.text(line.summary()),
                Spreadsheets.text(line.category()),
                Spreadsheets.text(line.officeName()),
                String.valueOf(line.enterprises()),
                String.valueOf(line.units()),
                String.valueOf(line.tickets()),
                String.valueOf(line.open()),
                Times.dayOf(line.createdAt()).toString(),
                line.nextDueAt() == null ? "" : Times.dayOf(line.nextDueAt()).toString());
    }
}
