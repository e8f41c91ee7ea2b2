package io.qihang.enterprise.assignment;

import io.qihang.enterprise.AssignmentKind;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.domain.EnterpriseName;
import io.qihang.platform.Problem;
import io.qihang.workbook.RowError;
import io.qihang.workbook.Sheet;
import io.qihang.workbook.WorkbookProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a sheet into rows of a list of commissioners, and says of each wrong cell what is wrong. */
final class AssignmentSheet {

    private static final int LONGEST = 60;

    private final Sheet sheet;
    private final Map<AssignmentColumn, Integer> places = new EnumMap<>(AssignmentColumn.class);
    private final List<RowError> errors = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /** Reads the headings; a needed one that is missing is refused. */
    AssignmentSheet(byte[] content) {
        sheet = Sheet.read(content);
        for (AssignmentColumn column : AssignmentColumn.values()) {
            column.placeIn(sheet).ifPresent(place -> places.put(column, place));
            if (column.isNeeded() && !places.containsKey(column)) {
                throw Problem.of(WorkbookProblem.COLUMN_MISSING, column.heading());
            }
        }
    }

    /** How many rows the sheet has below its headings. */
    int size() {
        return sheet.rows().size();
    }

    /** The rows that can be read; what is wrong is in {@link #errors()}. */
    List<ListedAssignment> rows() {
        return sheet.rows().stream().map(this::read).flatMap(Optional::stream).toList();
    }

    List<RowError> errors() {
        return errors;
    }

    private Optional<ListedAssignment> read(Sheet.Row row) {
        Uscc uscc = needed(row, AssignmentColumn.USCC, Uscc::parse);
        String name = needed(row, AssignmentColumn.NAME, it -> new EnterpriseName(it).key());
        String login = needed(row, AssignmentColumn.STAFF, it -> it.toLowerCase(Locale.ROOT));
        AssignmentKind kind = needed(row, AssignmentColumn.KIND, AssignmentSheet::kind);
        String sentBy = needed(row, AssignmentColumn.SENT_BY, AssignmentSheet::shortText);
        Boolean main = value(row, AssignmentColumn.MAIN, AssignmentSheet::yes);
        if (uscc == null || name == null || login == null || kind == null || sentBy == null) return Optional.empty();
        boolean asMain = main == null || main;
        if (isRepeated(row, AssignmentColumn.STAFF, uscc + " " + login)) return Optional.empty();
        if (asMain && isRepeated(row, AssignmentColumn.USCC, uscc + " main")) return Optional.empty();
        return Optional.of(new ListedAssignment(row.number(), uscc, name, login, kind, asMain, sentBy));
    }

    private boolean isRepeated(Sheet.Row row, AssignmentColumn column, String key) {
        Integer earlier = seen.putIfAbsent(key, row.number());
        if (earlier == null) return false;
        errors.add(new RowError(
                row.number(),
                column.heading(),
                column == AssignmentColumn.USCC
                        ? "第 " + earlier + " 行已给这家企业一名主责专员；另一名请在“是否主责”里写“否”"
                        : "与第 " + earlier + " 行重复"));
        return true;
    }

    private static AssignmentKind kind(String text) {
        return Arrays.stream(AssignmentKind.values())
                .filter(it -> it.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("应为“助企服务专员”或“驻企特派员”"));
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "是" -> true;
            case "否" -> false;
            default -> throw new IllegalArgumentException("应为“是”或“否”，空着为“是”");
        };
    }

    private static String shortText(String text) {
        if (text.length() > LONGEST) throw new IllegalArgumentException("不超过 " + LONGEST + " 字");
        return text;
    }

    private <T> @Nullable T needed(Sheet.Row row, AssignmentColumn column, Function<String, T> read) {
        Integer place = places.get(column);
        if (place == null || row.cells().get(place) == null) {
            errors.add(new RowError(row.number(), column.heading(), "不能为空"));
        }
        return value(row, column, read);
    }

    private <T> @Nullable T value(Sheet.Row row, AssignmentColumn column, Function<String, T> read) {
        Integer place = places.get(column);
        String text = place == null ? null : row.cells().get(place);
        if (text == null) return null;
        try {
            return read.apply(text);
        } catch (Problem | IllegalArgumentException e) {
            errors.add(new RowError(row.number(), column.heading(), String.valueOf(e.getMessage())));
            return null;
        }
    }
}
