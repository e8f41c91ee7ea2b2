package io.qihang.plan.web;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import cn.idev.excel.write.handler.WriteHandler;
import io.qihang.plan.domain.PlanScreen;
import io.qihang.plan.domain.PlanScreen.PlanCell;
import io.qihang.plan.domain.PlanScreen.PlanItemRow;
import io.qihang.plan.domain.PlanScreen.StatedTarget;
import io.qihang.platform.web.Spreadsheets;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The plan as an Excel file: one sheet as the annex lays it out, and one in the same layout with what was done. What the
 * annex writes across the units' columns is written across them here.
 */
final class PlanWorkbook {

    private static final int HEAD_ROWS = 2;
    private static final int BEFORE_UNITS = 2;

    private final PlanScreen plan;
    private final int columns;

    PlanWorkbook(PlanScreen plan) {
        this.plan = plan;
        this.columns = BEFORE_UNITS + plan.units().size() + 3;
    }

    byte[] write() {
        var out = new ByteArrayOutputStream();
        try (var writer = FastExcel.write(out).build()) {
            write(writer, 0, "计划", plan.name(), planRows());
            write(writer, 1, "完成情况", plan.name() + "完成情况（截至 " + plan.asOf() + "）", doneRows());
        }
        return out.toByteArray();
    }

    /** The rows of a sheet and which cells of them are one. */
    private record Body(List<List<Object>> rows, List<CellRangeAddress> merged) {

        void add(List<Object> row) {
            rows.add(row);
        }

        void merge(int fromColumn, int toColumn) {
            int row = HEAD_ROWS + rows.size() - 1;
            merged.add(new CellRangeAddress(row, row, fromColumn, toColumn));
        }
    }

    private void write(ExcelWriter writer, int no, String name, String title, Body body) {
        var sheet = FastExcel.writerSheet(no, name).head(head(title));
        for (WriteHandler handler : PlanStyle.handlers(columns, body.merged())) sheet.registerWriteHandler(handler);
        writer.write(body.rows(), sheet.build());
    }

    private List<List<String>> head(String title) {
        String guarded = Spreadsheets.text(title);
        return Stream.of(
                        Stream.of("序号", "项目名称"),
                        plan.units().stream().map(it -> Spreadsheets.text(it.name())),
                        Stream.of("总数", "完成时限", "工信局联系人"))
                .flatMap(it -> it)
                .map(it -> List.of(guarded, it))
                .toList();
    }

    private Body planRows() {
        var body = new Body(new ArrayList<>(), new ArrayList<>());
        for (PlanItemRow item : plan.items()) {
            if (item.countyWide()) {
                across(body, item, quote(item));
            } else {
                body.add(row(
                        item,
                        Spreadsheets.text(item.name()),
                        item.cells().stream().map(it -> target(item, it)).toList(),
                        target(item, item.total())));
            }
        }
        if (plan.remark() != null) note(body, plan.remark());
        return body;
    }

    private Body doneRows() {
        var body = new Body(new ArrayList<>(), new ArrayList<>());
        for (PlanItemRow item : plan.items()) {
            if (item.noSource() == null) {
                body.add(row(
                        item,
                        Spreadsheets.text(item.name()),
                        figures(item, PlanCell::done),
                        item.total().done()));
            } else if (item.total().recognised() == null || item.countyWide()) {
                String also = item.total().recognised();
                across(body, item, item.noSource() + (also == null ? "" : "；" + also));
            } else {
                body.add(row(
                        item,
                        Spreadsheets.text(item.name() + "（" + item.noSource() + "）"),
                        figures(item, PlanCell::recognised),
                        item.total().recognised()));
            }
            if (item.comparedUpTo() != null) {
                String name = item.name() + "（" + item.comparedName() + "，" + item.comparedUpTo() + "）";
                body.add(row(
                        item,
                        Spreadsheets.text(name),
                        figures(item, PlanCell::compared),
                        item.total().compared()));
            }
        }
        return body;
    }

    private static List<Object> figures(PlanItemRow item, Function<PlanCell, @Nullable Object> figure) {
        return item.cells().stream().map(it -> shown(figure.apply(it))).toList();
    }

    /** Text across the units' columns; the total stays empty, as in the annex. */
    private void across(Body body, PlanItemRow item, String text) {
        List<Object> cells = new ArrayList<>(Collections.nCopies(plan.units().size(), ""));
        if (!cells.isEmpty()) cells.set(0, Spreadsheets.text(text));
        body.add(row(item, Spreadsheets.text(item.name()), cells, ""));
        if (cells.size() > 1) body.merge(BEFORE_UNITS, BEFORE_UNITS + cells.size() - 1);
    }

    private void note(Body body, String text) {
        List<Object> row = new ArrayList<>(Collections.nCopies(columns, ""));
        row.set(0, Spreadsheets.text(text));
        body.add(row);
        body.merge(0, columns - 1);
    }

    private static List<Object> row(PlanItemRow item, String name, List<Object> cells, @Nullable Object total) {
        List<Object> row = new ArrayList<>();
        row.add(item.no());
        row.add(name);
        row.addAll(cells);
        row.add(shown(total));
        row.add(Spreadsheets.text(item.deadline()));
        row.add(Spreadsheets.text(item.office()));
        return row;
    }

    /** Numbers stay numbers; a rate is written with its sign as the annex does. */
    private static Object target(PlanItemRow item, PlanCell cell) {
        if (cell.targets().isEmpty()) return "";
        StatedTarget target = cell.targets().get(0);
        return item.unitName().equals("%") ? target.value() + "%" : new BigDecimal(target.value());
    }

    private static String quote(PlanItemRow item) {
        return item.total().targets().stream()
                .map(StatedTarget::quote)
                .findFirst()
                .orElse("");
    }

    private static Object shown(@Nullable Object value) {
        return value instanceof String text ? Spreadsheets.text(text) : value == null ? "" : value;
    }
}
