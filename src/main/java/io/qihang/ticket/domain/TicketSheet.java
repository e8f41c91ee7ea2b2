package io.qihang.ticket.domain;

import io.qihang.enterprise.Uscc;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.qihang.ticket.TicketOrigin;
import io.qihang.workbook.RowError;
import io.qihang.workbook.Sheet;
import io.qihang.workbook.WorkbookProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sheet of tickets that came in elsewhere, such as the week's list of 12345 sheets, and what is wrong with it. */
final class TicketSheet {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("y-M-d H:m");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y-M-d");

    /** The columns, by the headings offices use. */
    enum Column {
        USCC("统一社会信用代码", "社会信用代码", "信用代码"),
        CATEGORY("诉求类别", "类别"),
        TITLE("标题", "诉求标题"),
        CONTENT("内容", "诉求内容"),
        ORIGIN("来源"),
        ORIGIN_NOTE("来源说明", "工单号"),
        RECEIVED("收到时间", "收到日期");

        private final String headings;

        Column(String... headings) {
            this.headings = String.join("|", headings);
        }

        String heading() {
            return headings.split("\\|")[0];
        }

        Optional<Integer> placeIn(Sheet sheet) {
            return sheet.placeOf(headings.split("\\|"));
        }
    }

    /**
     * One line that can be read.
     *
     * @param category as it is written: a category's name
     */
    record Line(
            int number,
            Uscc uscc,
            String category,
            String title,
            String content,
            TicketOrigin origin,
            @Nullable String originNote,
            Instant receivedAt) {}

    private final Sheet sheet;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<RowError> errors = new ArrayList<>();

    /** Reads the headings; one that is missing is refused, but for 来源说明. */
    TicketSheet(byte[] content) {
        sheet = Sheet.read(content);
        for (Column column : Column.values()) {
            column.placeIn(sheet).ifPresent(place -> places.put(column, place));
            if (column != Column.ORIGIN_NOTE && !places.containsKey(column)) {
                throw Problem.of(WorkbookProblem.COLUMN_MISSING, column.heading());
            }
        }
    }

    int size() {
        return sheet.rows().size();
    }

    /** The lines that can be read; what is wrong with the others is in {@link #errors()}. */
    List<Line> lines() {
        return sheet.rows().stream().map(this::read).flatMap(Optional::stream).toList();
    }

    List<RowError> errors() {
        return errors;
    }

    void wrong(Line line, Column column, String reason) {
        errors.add(new RowError(line.number(), column.heading(), reason));
    }

    private Optional<Line> read(Sheet.Row row) {
        Uscc uscc = needed(row, Column.USCC, Uscc::parse);
        String category = needed(row, Column.CATEGORY, it -> it);
        String title = needed(row, Column.TITLE, it -> within(it, 60));
        String content = needed(row, Column.CONTENT, it -> within(it, 2000));
        TicketOrigin origin = needed(row, Column.ORIGIN, TicketSheet::origin);
        String note = value(row, Column.ORIGIN_NOTE, it -> within(it, 100));
        Instant received = needed(row, Column.RECEIVED, TicketSheet::moment);
        if (uscc == null
                || category == null
                || title == null
                || content == null
                || origin == null
                || received == null) {
            return Optional.empty();
        }
        return Optional.of(new Line(row.number(), uscc, category, title, content, origin, note, received));
    }

    private static TicketOrigin origin(String text) {
        return Arrays.stream(TicketOrigin.values())
                .filter(it -> it != TicketOrigin.ENTERPRISE)
                .filter(it -> it.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("应为走访、电话、纸质来件、12345热线转办或领导批示"));
    }

    /** A day alone counts from its beginning. */
    private static Instant moment(String text) {
        String plain = text.replace('/', '-').replaceAll("[年月]", "-").replaceAll("日", "");
        try {
            LocalDateTime local = plain.contains(":")
                    ? LocalDateTime.parse(plain.replaceFirst(":\\d\\d$", plain.matches(".*:.*:.*") ? "" : "$0"), MOMENT)
                    : LocalDate.parse(plain.strip(), DAY).atTime(LocalTime.MIN);
            return local.atZone(Times.SHANGHAI).toInstant();
        } catch (DateTimeException e) {
            IllegalArgumentException unreadable = new IllegalArgumentException("应写成 2026-09-30 09:00 或 2026-09-30");
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    private static String within(String text, int length) {
        if (text.length() > length) throw new IllegalArgumentException("不超过 " + length + " 字");
        return text;
    }

    private <T> @Nullable T needed(Sheet.Row row, Column column, Function<String, T> read) {
        Integer place = places.get(column);
        if (place == null || row.cells().get(place) == null) {
            errors.add(new RowError(row.number(), column.heading(), "不能为空"));
        }
        return value(row, column, read);
    }

    private <T> @Nullable T value(Sheet.Row row, Column column, Function<String, T> read) {
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
