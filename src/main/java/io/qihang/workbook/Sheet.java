package io.qihang.workbook;

import cn.idev.excel.FastExcel;
import cn.idev.excel.cache.MapCache;
import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.event.AnalysisEventListener;
import cn.idev.excel.support.ExcelTypeEnum;
import io.qihang.platform.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first sheet of a workbook: a line of headings and rows of text.
 *
 * @param headings by column, from 0
 */
public record Sheet(Map<Integer, String> headings, List<Row> rows) {

    /** More rows than this are refused. */
    public static final int MAX_ROWS = 5000;

    /** More columns than this are refused. */
    public static final int MAX_COLUMNS = 50;

    static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A row and its number as Excel shows it. */
    public record Row(int number, Map<Integer, String> cells) {}

    /** Reads a workbook within the limits, row by row, through a file that is gone afterwards. */
    public static Sheet read(byte[] content) {
        if (content.length > MAX_BYTES) throw Problem.of(WorkbookProblem.WORKBOOK_TOO_LARGE);
        try {
            Path file = Files.createTempFile("register", ".xlsx");
            try {
                Files.write(file, content);
                WorkbookGuard.check(file.toFile());
                return read(file.toFile());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The place of the first column with one of these headings, whatever brackets and spaces it is written with. */
    public Optional<Integer> placeOf(String... known) {
        var plain = Arrays.stream(known).map(Sheet::plain).toList();
        return headings.entrySet().stream()
                .filter(it -> plain.contains(plain(it.getValue())))
                .map(Map.Entry::getKey)
                .min(Integer::compare);
    }

    /** A heading without what counties write differently. */
    public static String plain(String heading) {
        return heading.replaceAll("\\s", "").replace('（', '(').replace('）', ')');
    }

    private static Sheet read(File file) {
        var reader = new Reader();
        try {
            FastExcel.read(file, reader)
                    .excelType(ExcelTypeEnum.XLSX)
                    .readCache(new MapCache())
                    .headRowNumber(0)
                    .sheet(0)
                    .doRead();
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            if (e.getCause() instanceof Problem problem) throw problem;
            throw Problem.of(WorkbookProblem.WORKBOOK_UNREADABLE);
        }
        if (reader.rows.isEmpty()) throw Problem.of(WorkbookProblem.WORKBOOK_UNREADABLE);
        return new Sheet(reader.rows.get(0).cells(), List.copyOf(reader.rows.subList(1, reader.rows.size())));
    }

    private static final class Reader extends AnalysisEventListener<Map<Integer, String>> {

        private final List<Row> rows = new ArrayList<>();
        private final long until = System.nanoTime() + LONGEST.toNanos();

        @Override
        public void invoke(Map<Integer, String> cells, AnalysisContext context) {
            var filled = new TreeMap<Integer, String>();
            cells.forEach((column, value) -> {
                if (value != null && !value.isBlank()) filled.put(column, value.strip());
            });
            if (filled.isEmpty()) return;
            if (filled.lastKey() >= MAX_COLUMNS || rows.size() > MAX_ROWS || System.nanoTime() > until) {
                throw Problem.of(WorkbookProblem.WORKBOOK_TOO_LARGE);
            }
            rows.add(new Row(context.readRowHolder().getRowIndex() + 1, filled));
        }

        @Override
        public void doAfterAllAnalysed(AnalysisContext context) {}

        @Override
        public void onException(Exception failure, AnalysisContext context) throws Exception {
            throw failure;
        }
    }
}
