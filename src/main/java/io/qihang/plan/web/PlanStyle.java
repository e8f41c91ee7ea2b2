package io.qihang.plan.web;

import cn.idev.excel.metadata.Head;
import cn.idev.excel.write.handler.SheetWriteHandler;
import cn.idev.excel.write.handler.WriteHandler;
import cn.idev.excel.write.handler.context.SheetWriteHandlerContext;
import cn.idev.excel.write.merge.OnceAbsoluteMergeStrategy;
import cn.idev.excel.write.metadata.holder.WriteSheetHolder;
import cn.idev.excel.write.metadata.style.WriteCellStyle;
import cn.idev.excel.write.metadata.style.WriteFont;
import cn.idev.excel.write.style.HorizontalCellStyleStrategy;
import cn.idev.excel.write.style.column.AbstractHeadColumnWidthStyleStrategy;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** How the plan's sheets look: centred, framed, one A3 page wide, the head staying in view. */
final class PlanStyle {

    private PlanStyle() {}

    static List<WriteHandler> handlers(int columns, List<CellRangeAddress> merged) {
        List<WriteHandler> handlers = new ArrayList<>();
        handlers.add(new HorizontalCellStyleStrategy(cell(true), cell(false)));
        handlers.add(new Widths(columns));
        handlers.add(new Paper());
        merged.forEach(it -> handlers.add(new OnceAbsoluteMergeStrategy(
                it.getFirstRow(), it.getLastRow(), it.getFirstColumn(), it.getLastColumn())));
        return handlers;
    }

    private static WriteCellStyle cell(boolean head) {
        var font = new WriteFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) 10);
        font.setBold(head);
        var style = new WriteCellStyle();
        style.setWriteFont(font);
        style.setHorizontalAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapped(true);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    /** Wide columns for names, deadline and contact; narrow ones for numbers. */
    private static final class Widths extends AbstractHeadColumnWidthStyleStrategy {

        private final int columns;

        Widths(int columns) {
            this.columns = columns;
        }

        @Override
        protected Integer columnWidth(@Nullable Head head, Integer column) {
            if (column == 1) return 34;
            if (column == columns - 2) return 18;
            if (column == columns - 1) return 30;
            return 9;
        }
    }

    private static final class Paper implements SheetWriteHandler {

        @Override
        public void afterSheetCreate(SheetWriteHandlerContext context) {
            WriteSheetHolder holder = context.getWriteSheetHolder();
            Sheet sheet = holder.getSheet();
            sheet.createFreezePane(2, 2);
            sheet.setFitToPage(true);
            PrintSetup print = sheet.getPrintSetup();
            print.setPaperSize(PrintSetup.A3_PAPERSIZE);
            print.setLandscape(true);
            print.setFitWidth((short) 1);
            print.setFitHeight((short) 0);
        }
    }
}
