package io.qihang.testing;

import io.qihang.enterprise.Usccs;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A body that passes validation, made from its description; words with a meaning come from one table. */
final class SampleBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** By field name; these are given even where they may be left out. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("category", "other"),
            Map.entry("contactPhone", "13900000001"),
            Map.entry("phone", "13900000001"),
            Map.entry("effectiveFrom", "2026-11-02"),
            Map.entry("industry", "C34"),
            Map.entry("office", "gxj"),
            Map.entry("operatingUnit", "371525104"),
            Map.entry("registeredUnit", "371525104"),
            Map.entry("receivedAt", "2026-11-02T09:00:00+08:00"),
            Map.entry("unit", "371525104"));

    private final JsonNode document;

    SampleBodies(JsonNode document) {
        this.document = document;
    }

    JsonNode of(JsonNode described) {
        JsonNode schema = resolve(described);
        return switch (schema.path("type").asString("string")) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            default -> text(schema);
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode made = JSON.objectNode();
        for (var field : schema.path("properties").properties()) {
            String name = field.getKey();
            if (name.equals("uscc")) made.put(name, Usccs.next());
            else if (WORDS.containsKey(name)) made.put(name, WORDS.get(name));
            else if (isRequired(schema, name)) made.set(name, of(field.getValue()));
        }
        return made;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode made = JSON.arrayNode();
        if (schema.path("minItems").asInt(0) > 0) made.add(of(schema.path("items")));
        return made;
    }

    private static JsonNode text(JsonNode schema) {
        if (schema.has("enum")) return schema.path("enum").path(0);
        String format = schema.path("format").asString("");
        if (format.equals("date")) return JSON.stringNode("2026-11-02");
        if (format.equals("date-time")) return JSON.stringNode("2026-11-02T09:00:00+08:00");
        if (format.equals("uuid")) return JSON.stringNode("01a20000-0000-7000-8000-000000000001");
        return JSON.stringNode("试一试");
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (JsonNode it : schema.path("required")) if (it.asString("").equals(name)) return true;
        return false;
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
