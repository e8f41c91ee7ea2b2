package io.qihang.region;

import io.qihang.platform.RegionCode;
import java.util.Map;
import java.util.Optional;

/** A row of a pack's table; every complaint names its place. */
public final class PackRow {

    private final PackFile file;
    private final int line;
    private final Map<String, String> values;

    PackRow(PackFile file, int line, Map<String, String> values) {
        this.file = file;
        this.line = line;
        this.values = Map.copyOf(values);
    }

    /** The value of a column that may not be empty. */
    public String text(String column) {
        return optional(column).orElseThrow(() -> bad(column, "不能为空"));
    }

    /** The value of a column that may be empty. */
    public Optional<String> optional(String column) {
        String value = values.get(column);
        if (value == null) throw new IllegalArgumentException("no column " + column);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** A whole number from 0. */
    public int whole(String column) {
        String value = text(column);
        if (!value.matches("\\d{1,9}")) throw bad(column, "“" + value + "”不是整数");
        return Integer.parseInt(value);
    }

    /** A region code that may not be empty. */
    public RegionCode region(String column) {
        try {
            return new RegionCode(text(column));
        } catch (IllegalArgumentException e) {
            throw bad(column, "“" + values.get(column) + "”不是区划代码（6 位、9 位数字，或县代码-字母）");
        }
    }

    /** The complaint about a value of this row. */
    public BadRegionPack bad(String column, String reason) {
        return file.bad(line, column, reason);
    }
}
