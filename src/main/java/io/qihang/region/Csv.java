package io.qihang.region;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values after RFC 4180; blank lines are skipped, a leading byte order mark too. */
final class Csv {

    private Csv() {}

    /** The values of a line, and where in the file it begins, counted from 1. */
    record Line(int number, List<String> values) {}

    static List<Line> read(String text) {
        return new Reader(text.startsWith("\uFEFF") ? text.substring(1) : text).lines();
    }

    private static final class Reader {

        private final String text;
        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private List<String> values = new ArrayList<>();
        private boolean quoted;
        private int number = 1;
        private int start = 1;

        Reader(String text) {
            this.text = text;
        }

        List<Line> lines() {
            for (int i = 0; i < text.length(); i++) {
                char it = text.charAt(i);
                if (it == '\n') number++;
                if (quoted) {
                    if (it != '"') value.append(it);
                    else if (i + 1 < text.length() && text.charAt(i + 1) == '"') value.append(text.charAt(++i));
                    else quoted = false;
                } else {
                    plain(it);
                }
            }
            endLine();
            return lines;
        }

        private void plain(char it) {
            switch (it) {
                case '"' -> quoted = true;
                case ',' -> endValue();
                case '\n' -> endLine();
                case '\r' -> {}
                default -> value.append(it);
            }
        }

        private void endValue() {
            values.add(value.toString());
            value.setLength(0);
        }

        private void endLine() {
            endValue();
            if (values.size() > 1 || !values.get(0).isBlank()) lines.add(new Line(start, values));
            values = new ArrayList<>();
            start = number;
        }
    }
}
