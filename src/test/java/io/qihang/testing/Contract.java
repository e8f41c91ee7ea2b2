package io.qihang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed OpenAPI document, held against every successful answer a test gets: an answer of another status, with a
 * field the document does not name, without one it promises or with an unannounced null is a fault.
 */
final class Contract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path PAPER = Path.of("miniapp-api-docs", "openapi.json");

    private final JsonNode paper;
    private final Map<Pattern, String> paths = new LinkedHashMap<>();

    private Contract(JsonNode paper) {
        this.paper = paper;
        List<String> templates = new ArrayList<>(
                paper.path("paths").properties().stream().map(Map.Entry::getKey).toList());
        // literal segments win over variables, as in routing
        templates.sort(java.util.Comparator.comparing((String it) -> it.replaceAll("\\{[^}]+\\}", "\uffff")));
        for (String template : templates) {
            paths.put(Pattern.compile(template.replaceAll("\\{[^}]+\\}", "[^/]+")), template);
        }
    }

    static Contract read() {
        try {
            return new Contract(JSON.readTree(Files.readString(PAPER)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with an answer; empty when the document promises exactly this. */
    List<String> faults(String method, String path, int status, String contentType, byte[] body) {
        if (!path.startsWith("/api/") || status >= 300) return List.of();
        var known = find(method, path);
        if (known.isEmpty()) return List.of("the paper does not know this operation");
        JsonNode operation = known.get().operation();
        JsonNode answer = operation.path("responses").path(String.valueOf(status));
        if (answer.isMissingNode()) return List.of("the paper does not name status " + status);
        List<String> faults = new ArrayList<>();
        if (contentType.startsWith("application/json") && body.length > 0) {
            compare(
                    JSON.readTree(body),
                    answer.path("content").path("application/json").path("schema"),
                    "",
                    faults);
        }
        return faults;
    }

    /** The operation that answers a path without query; empty when the document knows none. */
    Optional<Known> find(String method, String path) {
        return paths.entrySet().stream()
                .filter(it -> it.getKey().matcher(path).matches())
                .map(it -> new Known(
                        it.getValue(), paper.path("paths").path(it.getValue()).path(method.toLowerCase(Locale.ROOT))))
                .filter(it -> !it.operation().isMissingNode())
                .findFirst();
    }

    /** An operation as the document describes it. */
    final class Known {

        private final String template;
        private final JsonNode operation;

        private Known(String template, JsonNode operation) {
            this.template = template;
            this.operation = operation;
        }

        String template() {
            return template;
        }

        JsonNode operation() {
            return operation;
        }

        String id() {
            return operation.path("operationId").asString("");
        }

        String summary() {
            return operation.path("summary").asString("");
        }

        /** A request with its fields in the order in which the document describes them. */
        JsonNode ordered(JsonNode request) {
            return order(request, operation.at("/requestBody/content/application~1json/schema"));
        }
    }

    private JsonNode order(JsonNode value, JsonNode described) {
        JsonNode schema = resolve(described);
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(it -> items.add(order(it, schema.path("items"))));
            return items;
        }
        if (!value.isObject()) return value;
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().stream()
                .filter(it -> value.has(it.getKey()))
                .forEach(it -> ordered.set(it.getKey(), order(value.path(it.getKey()), it.getValue())));
        return ordered;
    }

    private void compare(JsonNode value, JsonNode described, String place, List<String> faults) {
        JsonNode schema = resolve(described);
        if (schema.isMissingNode()) {
            faults.add("nothing is said of " + place);
        } else if (value.isNull()) {
            if (!mayBeNull(described)) faults.add("null at " + place);
        } else if (value.isArray()) {
            for (JsonNode item : value) compare(item, schema.path("items"), place + "[]", faults);
        } else if (value.isObject() && !schema.has("additionalProperties")) {
            for (JsonNode promised : schema.path("required")) {
                if (!value.has(promised.asString())) faults.add("no field " + place + "/" + promised.asString());
            }
            for (var field : value.properties()) {
                JsonNode known = schema.path("properties").path(field.getKey());
                if (known.isMissingNode()) faults.add("unnamed field " + place + "/" + field.getKey());
                else compare(field.getValue(), known, place + "/" + field.getKey(), faults);
            }
        }
    }

    private static boolean mayBeNull(JsonNode schema) {
        if (schema.path("type").asString("").equals("null")) return true;
        for (JsonNode type : schema.path("type")) {
            if (type.asString("").equals("null")) return true;
        }
        for (JsonNode choice : schema.path("oneOf")) {
            if (mayBeNull(choice)) return true;
        }
        return false;
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) return resolve(paper.at(reference.substring(1)));
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            for (JsonNode it : schema.path(choice)) {
                if (!it.path("type").asString("").equals("null")) return resolve(it);
            }
        }
        return schema;
    }
}
