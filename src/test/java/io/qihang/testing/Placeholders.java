package io.qihang.testing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for what is different in every run, so that a page stays the same: the same value always gets the same name.
 * An id is called as the variable of the path it is later used in, or as the field it was first seen in.
 */
final class Placeholders {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("GX-2\\d{3}-\\d{6}");
    private static final Pattern STAFF = Pattern.compile("虚构人员\\d+");
    private static final Pattern CODE = Pattern.compile("91371525MA1\\d{6}[0-9A-Z]");
    private static final Pattern SIGNED = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S*\\?\\S+");
    private static final Pattern STORE = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> called = new HashSet<>();
    private final Map<String, String> expected = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** An id that will be used in paths under this name. */
    void expect(String id, String name) {
        expected.putIfAbsent(id, name);
    }

    /** A value that is called so wherever it stands, as a word within a text too. */
    void call(String value, String name) {
        names.put(value, "{" + name + "}");
        called.add(value);
    }

    boolean isCalled(String value) {
        return called.contains(value);
    }

    /** The name of a value nobody may read, such as a token. */
    String secret(String value, String field) {
        return names.computeIfAbsent(value, it -> free(field));
    }

    /** A text in which everything that changes has its name; {@code field} is where it stands. */
    String in(String text, String field) {
        String known = names.get(text);
        if (known != null) return known;
        String stable = ID.matcher(text).replaceAll(it -> idName(it.group(), field));
        stable = NUMBER.matcher(stable).replaceAll(it -> numbered(it.group(), "GX-2026-%06d"));
        stable = STAFF.matcher(stable).replaceAll(it -> numbered(it.group(), "虚构人员%d"));
        stable = CODE.matcher(stable).replaceAll(it -> secret(it.group(), "uscc"));
        for (String value : called) {
            stable = stable.replaceAll("\\b" + Pattern.quote(value) + "\\b", String.valueOf(names.get(value)));
        }
        stable = SIGNED.matcher(stable).replaceAll("{签名链接}");
        return STORE.matcher(stable).replaceAll("https://文件服务");
    }

    private String idName(String id, String field) {
        String plural = field.endsWith("s") ? field.substring(0, field.length() - 1) : field;
        return names.computeIfAbsent(id, it -> free(expected.getOrDefault(it, plural)));
    }

    private String numbered(String value, String pattern) {
        return names.computeIfAbsent(value, it -> pattern.formatted(numbers.merge(pattern, 1, Integer::sum)));
    }

    private String free(String name) {
        String free = "{" + name + "}";
        for (int i = 2; !taken.add(free); i++) free = "{" + name + "-" + i + "}";
        return free;
    }
}
