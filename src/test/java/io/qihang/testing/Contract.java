package io.qihang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed OpenAPI document, held against every successful answer a test gets: an answer of another status or with
 * a field the document does not name is a fault.
 */
final class Contract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path PAPER = Path.of("miniapp-api-docs", "openapi.json");

    private final JsonNode paper;
    private final Map<Pattern, JsonNode> paths = new LinkedHashMap<>();

    private Contract(JsonNode paper) {
        this.paper = paper;
        List<String> templates = new ArrayList<>(
                paper.path("paths").properties().stream().map(Map.Entry::getKey).toList());
        // literal segments win over variables, as in routing
        templates.sort(java.util.Comparator.comparing((String it) -> it.replaceAll("\\{[^}]+\\}", "\uffff")));
        for (String template : templates) {
            paths.put(
                    Pattern.compile(template.replaceAll("\\{[^}]+\\}", "[^/]+")),
                    paper.path("paths").path(template));
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
        JsonNode operation = operation(method, path);
        if (operation.isMissingNode()) return List.of("the paper does not know this operation");
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

    private JsonNode operation(String method, String path) {
        return paths.entrySet().stream()
                .filter(it -> it.getKey().matcher(path).matches())
                .map(it -> it.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(it -> !it.isMissingNode())
                .findFirst()
                .orElse(paper.path("no such operation"));
    }

    private void compare(JsonNode value, JsonNode described, String place, List<String> faults) {
        JsonNode schema = resolve(described);
        if (schema.isMissingNode()) {
            faults.add("nothing is said of " + place);
        } else if (value.isArray()) {
            for (JsonNode item : value) compare(item, schema.path("items"), place + "[]", faults);
        } else if (value.isObject() && !schema.has("additionalProperties")) {
            for (var field : value.properties()) {
                JsonNode known = schema.path("properties").path(field.getKey());
                if (known.isMissingNode()) faults.add("unnamed field " + place + "/" + field.getKey());
                else compare(field.getValue(), known, place + "/" + field.getKey(), faults);
            }
        }
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
