package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A private subscribe-message template.
 *
 * @param id the template id
 * @param type 2 one-time, 3 long-term
 * @param title the heading of the card
 * @param fields field name to field type, such as thing1 to thing, in the order of the card
 * @param enums field name to its allowed values, for fields of type enum_string
 * @param banned true makes every send answer 43107
 */
public record Template(
        String id,
        int type,
        String title,
        Map<String, String> fields,
        Map<String, List<String>> enums,
        boolean banned) {

    private static final Pattern FIELD_NAME = Pattern.compile("([a-z_]+?)\\d{1,3}");

    public Template(
            String id,
            int type,
            @Nullable String title,
            @Nullable Map<String, String> fields,
            @Nullable Map<String, List<String>> enums,
            boolean banned) {
        if (id == null || id.isBlank() || (type != 2 && type != 3)) {
            throw new IllegalArgumentException("模板要有 id，type 只能是 2（一次性）或 3（长期）。");
        }
        if (fields == null || fields.isEmpty()) {
            throw new IllegalArgumentException("模板至少要有一个字段，例如 {\"thing1\":\"thing\"}。");
        }
        this.id = id;
        this.type = type;
        this.title = title == null ? id : title;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.enums = enums == null ? Map.of() : Map.copyOf(enums);
        this.banned = banned;
        this.fields.forEach(this::requireField);
    }

    /** A one-time template: each accept pays for one send. */
    public static Template oneTime(String id, String title, Map<String, String> fields) {
        return new Template(id, 2, title, fields, Map.of(), false);
    }

    /** A long-term template: one accept, many sends. */
    public static Template longTerm(String id, String title, Map<String, String> fields) {
        return new Template(id, 3, title, fields, Map.of(), false);
    }

    /** The same template, banned or not. */
    public Template withBanned(boolean nowBanned) {
        return new Template(id, type, title, fields, enums, nowBanned);
    }

    @JsonIgnore
    boolean isLongTerm() {
        return type == 3;
    }

    private void requireField(String name, String fieldType) {
        var matcher = FIELD_NAME.matcher(name);
        FieldType known = FieldType.of(fieldType);
        if (!matcher.matches() || !fieldType.equals(matcher.group(1))) {
            throw new IllegalArgumentException("字段名要写成“类型+数字”，例如 thing1 的类型是 thing：" + name);
        }
        if (known == FieldType.ENUM_STRING && !enums.containsKey(name)) {
            throw new IllegalArgumentException("枚举字段要在 enums 里列出可选值：" + name);
        }
    }
}
