package io.qihang.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Excel files as they leave the system. */
public final class Spreadsheets {

    /** The media type of {@code .xlsx}. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);
    private static final int LONGEST_CELL = 32_000;

    private Spreadsheets() {}

    /** Text as a cell may hold it: never the beginning of a formula, never too long; null is an empty cell. */
    public static String text(@Nullable String text) {
        if (text == null) return "";
        String guarded = FORMULA.matcher(text).matches() ? "'" + text : text;
        return guarded.length() > LONGEST_CELL ? guarded.substring(0, LONGEST_CELL) : guarded;
    }

    /** The answer that makes a browser save the workbook under this name. */
    public static ResponseEntity<byte[]> download(String name, byte[] workbook) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(workbook);
    }
}
