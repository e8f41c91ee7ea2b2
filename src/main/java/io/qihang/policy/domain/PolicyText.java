package io.qihang.policy.domain;

import io.qihang.policy.domain.Part.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a policy's text into addressable parts. Headings begin with one {@code #} per level, table rows with a bar,
 * remarks that are not the document's with {@code >}; all else is paragraphs. Not one character of the text is lost:
 * headings and bodies of the parts, one after the other, are the text.
 */
public final class PolicyText {

    private static final Pattern RULE = Pattern.compile("^\\|[-:| ]+\\|$");
    private static final Pattern DUTY = Pattern.compile("^[（(]?(责任单位|牵头单位)[:：].*|^[（(](?![一二三四五六七八九十]+[）)]).*负责[）)]$");
    private static final Pattern ANNEX_LIST = Pattern.compile("^附件\\d*[:：].*");
    private static final Pattern TAIL = Pattern.compile(".*\\d日印发$|^（共印\\d+份）$|^本\\S{2,6}自\\S+起(施行|实施).*");
    private static final Pattern ENUMERATION = Pattern.compile("(?<=。)(?=[二三四五六七八九]是)");

    private static final String TITLE = "标题";

    private final List<Part> parts = new ArrayList<>();
    private final Deque<Heading> headings = new ArrayDeque<>();
    private final PartRefs refs = new PartRefs();
    private boolean bodyBegun;
    private int rows;

    private record Heading(int level, String ref, String text) {}

    private PolicyText() {}

    /** The parts of the text, in its order; empty for a text without words. */
    public static List<Part> partsOf(String text) {
        var reader = new PolicyText();
        text.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(reader::read);
        return List.copyOf(reader.parts);
    }

    private void read(String line) {
        if (line.startsWith("#")) heading(line);
        else if (line.startsWith(">")) note(line.substring(1).strip());
        else if (line.startsWith("|")) row(line);
        else if (DUTY.matcher(line).matches()) add(Kind.DUTY, refs.unique(ref() + "责任单位"), depth() + 1, "", line);
        else if (bodyBegun && TAIL.matcher(line).matches()) tail(line);
        else if (bodyBegun && PartRefs.isItem(line)) item(line);
        else if (line.startsWith("一是") && ENUMERATION.matcher(line).find()) enumeration(line);
        else if (line.startsWith("备注") && ref().startsWith("附件")) {
            add(Kind.CLAUSE, refs.unique(ref() + "备注"), depth() + 1, "", line);
        } else if (bodyBegun
                && line.startsWith("附件")
                && parts.get(parts.size() - 1).level() > 0) annexList(line);
        else paragraph(line);
    }

    private void heading(String line) {
        int level = line.length() - line.replaceFirst("^#+", "").length();
        String text = line.substring(level).strip();
        while (!headings.isEmpty() && headings.getFirst().level() >= level) headings.removeFirst();
        Heading parent = headings.peekFirst();
        String above = parent == null || parent.level() == 1 ? "" : parent.ref();
        bodyBegun |= level > 1;
        String ref = level == 1
                ? refs.unique(parts.isEmpty() ? TITLE : "引言")
                : refs.numbered(text, above, parent == null ? "" : parent.text());
        add(Kind.CLAUSE, ref, level, text, "");
        headings.addFirst(new Heading(level, ref, text));
        rows = 0;
    }

    private void note(String text) {
        add(Kind.NOTE, refs.unique("整理说明"), 1, "", text);
    }

    private void row(String line) {
        if (RULE.matcher(line).matches()) return;
        boolean head = rows++ == 0;
        String ref = head ? refs.unique(ref() + "表头") : refs.row(line, ref(), rows - 1);
        add(head ? Kind.TABLE_HEAD : Kind.TABLE_ROW, ref, depth() + 1, "", line);
    }

    private void item(String line) {
        add(Kind.CLAUSE, refs.numbered(line, ref(), ""), depth() + 1, "", line);
    }

    private void enumeration(String line) {
        for (String each : ENUMERATION.split(line)) {
            add(Kind.CLAUSE, refs.unique(ref() + "（" + each.charAt(0) + "是）"), depth() + 1, "", each);
        }
    }

    private void tail(String line) {
        headings.clear();
        if (!parts.isEmpty() && parts.get(parts.size() - 1).ref().equals("文末")) extendLast(line);
        else add(Kind.CLAUSE, refs.unique("文末"), 1, "", line);
    }

    private void annexList(String line) {
        headings.clear();
        add(Kind.CLAUSE, refs.unique("附件目录"), 1, "", line);
    }

    /** A paragraph belongs to the clause before it; after a table, a remark or those responsible it stands alone. */
    private void paragraph(String line) {
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        boolean opening = headings.isEmpty() || ref().equals(TITLE);
        if (last != null && last.kind() == Kind.CLAUSE && !last.ref().equals(TITLE)) extendLast(line);
        else add(Kind.CLAUSE, refs.unique(opening ? "文首" : ref() + "·续"), depth() + 1, "", line);
    }

    private void extendLast(String line) {
        Part last = parts.remove(parts.size() - 1);
        String body = last.body().isEmpty() ? line : last.body() + "\n" + line;
        parts.add(new Part(last.seq(), last.ref(), last.kind(), last.level(), last.path(), last.heading(), body));
    }

    private void add(Kind kind, String ref, int level, String heading, String body) {
        parts.add(new Part(parts.size() + 1, ref, kind, level, path(), heading, body));
    }

    private String ref() {
        return headings.isEmpty() ? "" : headings.getFirst().ref();
    }

    private int depth() {
        return headings.isEmpty() ? 0 : headings.getFirst().level();
    }

    /** The headings now open below the title, outermost first. */
    private String path() {
        var open = new ArrayList<>(headings);
        java.util.Collections.reverse(open);
        return open.stream().filter(it -> it.level() > 1).map(Heading::text).collect(Collectors.joining(" › "));
    }
}
