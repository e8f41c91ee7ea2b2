package io.qihang.policy.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the short name a part is cited by out of its number and what encloses it: {@code 二（一）1}, {@code 二·4（三是）},
 * {@code 行动六·2}, {@code 保障三}, {@code 附件13}. The same text always gives the same names.
 */
final class PartRefs {

    private static final String HAN = "[一二三四五六七八九十]+";
    private static final Pattern CHAPTER = Pattern.compile("^(" + HAN + ")、.*");
    private static final Pattern SECTION = Pattern.compile("^[（(](" + HAN + ")[）)].*");
    private static final Pattern ITEM = Pattern.compile("^(\\d{1,3})[.．、](?!\\d).*", Pattern.DOTALL);
    private static final Pattern DIVISION = Pattern.compile("^(第" + HAN + "部分).*");
    private static final Pattern ACTION = Pattern.compile("^第(" + HAN + ")个专项行动.*");
    private static final Pattern ASPECT = Pattern.compile("^第(" + HAN + ")个方面.*");
    private static final Pattern ROW = Pattern.compile("^\\|\\s*(\\d{1,4})\\s*\\|.*");

    private final Map<String, Integer> taken = new HashMap<>();

    /** Whether a paragraph begins with an item's number, such as {@code 3.}. */
    static boolean isItem(String text) {
        return ITEM.matcher(text).matches();
    }

    /** The name of a numbered heading or item under {@code parent} (empty at the top), whose heading is given too. */
    String numbered(String text, String parent, String parentHeading) {
        return unique(name(text, parent, parentHeading));
    }

    /** The name of a table row: its running number, or its place when it has none. */
    String row(String text, String parent, int place) {
        Matcher number = ROW.matcher(text);
        return unique(parent + (number.matches() ? number.group(1) : "第" + place + "行"));
    }

    /** A fixed name, made unique when it is taken. */
    String unique(String ref) {
        int count = taken.merge(ref, 1, Integer::sum);
        return count == 1 ? ref : unique(ref + "·" + count);
    }

    private static String name(String text, String parent, String parentHeading) {
        Matcher matcher = CHAPTER.matcher(text);
        if (matcher.matches()) return matcher.group(1);
        matcher = SECTION.matcher(text);
        if (matcher.matches()) return parent + "（" + matcher.group(1) + "）";
        matcher = ITEM.matcher(text);
        if (matcher.matches()) {
            boolean direct = parent.isEmpty() || parent.endsWith("）") || parent.equals("附件");
            return parent + (direct ? "" : "·") + matcher.group(1);
        }
        matcher = DIVISION.matcher(text);
        if (matcher.matches()) return matcher.group(1);
        matcher = ACTION.matcher(text);
        if (matcher.matches()) return "行动" + matcher.group(1);
        matcher = ASPECT.matcher(text);
        if (matcher.matches()) return (parentHeading.contains("保障") ? "保障" : "方面") + matcher.group(1);
        if (text.startsWith("附件")) return "附件";
        return parent.isEmpty() ? "段" : parent + "·段";
    }
}
