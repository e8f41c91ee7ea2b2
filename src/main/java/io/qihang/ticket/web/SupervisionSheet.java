package io.qihang.ticket.web;

import io.qihang.platform.Times;
import io.qihang.ticket.domain.Supervising;
import io.qihang.ticket.domain.TicketScreen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Writes a 督办单 as a Word file to be printed, signed and sent. */
final class SupervisionSheet {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(Times.SHANGHAI);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(Times.SHANGHAI);

    private SupervisionSheet() {}

    static byte[] write(Supervising.Sheet sheet) {
        var card = sheet.ticket().card();
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            line(document, "督办单", 22, true, ParagraphAlignment.CENTER);
            line(document, card.number(), 12, false, ParagraphAlignment.CENTER);
            XWPFTable table = document.createTable(1, 2);
            table.setWidth("100%");
            row(table, "承办单位", card.officeName());
            row(table, "企业", card.enterpriseName());
            row(table, "诉求", card.title());
            row(table, "类别", card.category());
            row(table, "收到时间", MOMENT.format(card.receivedAt()));
            row(table, "情况", sheet.ticket().content());
            row(table, "现在状态", card.statusName());
            for (TicketScreen.StepView step : sheet.ticket().steps()) {
                if (step.running()) row(table, step.name() + "期限", due(step, sheet.madeAt()));
            }
            for (Supervising.LightView light : sheet.lights()) {
                row(table, light.step() + light.lightName(), MOMENT.format(light.at()));
            }
            row(table, "督办要求", "请抓紧办理，并在三个工作日内书面报告办理情况；确实办不成的，说明原因、由谁决定并申请挂账。");
            row(table, "承办单位意见", "\n\n");
            row(table, "领导批示", "\n\n");
            table.removeRow(0);
            line(document, "", 12, false, ParagraphAlignment.RIGHT);
            line(document, "台账单位（盖章）", 14, false, ParagraphAlignment.RIGHT);
            line(document, DAY.format(sheet.madeAt()), 14, false, ParagraphAlignment.RIGHT);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String due(TicketScreen.StepView step, Instant now) {
        return MOMENT.format(step.dueAt()) + (step.dueAt().isBefore(now) ? "，已超期" : "");
    }

    private static void line(XWPFDocument document, String text, int size, boolean bold, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily("SimSun");
        run.setFontSize(size);
        run.setBold(bold);
    }

    private static void row(XWPFTable table, String name, String value) {
        var row = table.createRow();
        row.getCell(0).setText(name);
        row.getCell(0).setWidth("22%");
        var cell = row.getCell(1);
        cell.setWidth("78%");
        String[] lines = value.split("\n", -1);
        cell.setText(lines[0]);
        for (int i = 1; i < lines.length; i++) cell.addParagraph().createRun().setText(lines[i]);
    }
}
