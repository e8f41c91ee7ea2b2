package io.qihang.notification.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes texts fit the fields of a subscribe message: WeChat refuses what is too long, and does not cut it. */
final class Wording {

    private static final int THING = 20;

    private Wording() {}

    /** The template's fields with their texts; exactly the template's, for WeChat knows no others. */
    static Map<String, String> of(NotificationSettings.Template template, Map<String, String> texts) {
        Map<String, String> data = new LinkedHashMap<>();
        template.fields().forEach((name, field) -> data.put(field, fit(field, texts.getOrDefault(name, ""))));
        return data;
    }

    private static String fit(String field, String text) {
        String plain = text.codePoints()
                .filter(it -> !Character.isISOControl(it) && Character.isBmpCodePoint(it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (plain.isEmpty()) return "—";
        return field.startsWith("thing") && plain.length() > THING ? plain.substring(0, THING - 1) + "…" : plain;
    }
}
