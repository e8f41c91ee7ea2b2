package io.qihang.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Checks a message's data against its template: exactly the template's fields, each a string of its type. */
final class TemplateData {

    private TemplateData() {}

    /** Field name to text, or WeChat's 47003 naming the first field that does not fit. */
    static Map<String, String> read(Template template, JsonNode data) {
        for (String given : data.propertyNames()) {
            if (!template.fields().containsKey(given)) {
                throw refused(given, "invalid");
            }
        }
        Map<String, String> read = new LinkedHashMap<>();
        template.fields().forEach((name, type) -> read.put(name, value(template, name, type, data)));
        return read;
    }

    private static String value(Template template, String name, String type, JsonNode data) {
        JsonNode value = data.path(name).path("value");
        if (value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.stringValue().isEmpty())) {
            throw refused(name, "is empty");
        }
        if (!value.isString()) {
            throw refused(name, "invalid");
        }
        String text = value.stringValue();
        List<String> allowed = template.enums().get(name);
        if (!FieldType.of(type).accepts(text) || (allowed != null && !allowed.contains(text))) {
            throw refused(name, "invalid");
        }
        return text;
    }

    private static WxError refused(String field, String why) {
        return new WxError(Errcode.INVALID_ARGUMENT, "argument invalid! data." + field + ".value " + why);
    }
}
