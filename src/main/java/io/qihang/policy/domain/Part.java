package io.qihang.policy.domain;

import java.util.Arrays;
import java.util.List;

/**
 * One addressable part of a policy's text.
 *
 * @param seq its place in the text, from 1
 * @param ref how the part is cited, such as {@code 二（一）1}; unique within the text
 * @param kind what stands in it
 * @param level depth of its heading, from 1
 * @param path headings above it, outermost first, joined by {@code ›}; empty at the top
 * @param heading its own heading; empty for a part without one
 * @param body its paragraphs, one a line; for a table row the row as written, cells between bars
 */
public record Part(int seq, String ref, Kind kind, int level, String path, String heading, String body) {

    /** What stands in a part. */
    public enum Kind {
        /** Words of the document under a heading, a number or 一是、二是. */
        CLAUSE,
        /** The names of those responsible (责任单位、牵头单位). */
        DUTY,
        /** The head row of a table. */
        TABLE_HEAD,
        /** One row of a table. */
        TABLE_ROW,
        /** A remark of whoever prepared the text; not part of the document. */
        NOTE
    }

    /** The cells of a table row; empty for any other part. */
    public List<String> cells() {
        if (kind != Kind.TABLE_HEAD && kind != Kind.TABLE_ROW) return List.of();
        String inside = body.replaceAll("^\\||\\|$", "");
        return Arrays.stream(inside.split("\\|", -1)).map(String::strip).toList();
    }
}
