package io.qihang.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The operations of the API, as its own description lists them. */
public class Operations {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final Api api;
    private @Nullable JsonNode document;

    Operations(Api api) {
        this.api = api;
    }

    /** One query parameter; the values it may have, none when it is free. */
    public record Parameter(String name, boolean required, List<String> values) {}

    /** One operation. */
    public record Operation(
            String id,
            String method,
            String path,
            boolean hasBody,
            boolean takesFile,
            boolean paged,
            List<String> query,
            List<Parameter> parameters,
            JsonNode body) {

        /** The names of the variables in its path. */
        public List<String> variables() {
            return VARIABLE.matcher(path).results().map(it -> it.group(1)).toList();
        }

        /** The path with an id that belongs to nothing in every place, and the needed parameters. */
        public String samplePath() {
            String filled = path.replaceAll("\\{(county|region)\\}", "371525")
                    .replaceAll("\\{no\\}", "1")
                    .replaceAll("\\{[^}]+\\}", new UUID(0x7000L, 0x8000000000000001L).toString());
            return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
        }
    }

    /** Calls an operation with these ids in its path and otherwise with what its description asks for. */
    public Api.Reply call(Api caller, Operation operation, Map<String, String> ids) {
        String path = operation.path();
        for (var id : ids.entrySet()) path = path.replace("{" + id.getKey() + "}", id.getValue());
        path = path.replaceAll("\\{region\\}", "371525").replaceAll("\\{[^}]+\\}", "1");
        if (!operation.query().isEmpty()) path += "?" + String.join("&", operation.query());
        if (operation.takesFile()) {
            return caller.with("Content-Type", "multipart/form-data; boundary=x")
                    .send(operation.method(), path, "--x--\r\n");
        }
        Object body = operation.hasBody() ? new SampleBodies(document()).of(operation.body()) : null;
        return caller.send(operation.method(), path, body);
    }

    private synchronized JsonNode document() {
        if (document == null) document = api.get("/v3/api-docs").expect(200).json();
        return document;
    }

    /** The operation a request is for; words win over variables, as in routing. */
    public Operation at(String method, String path) {
        String bare = path.replaceAll("\\?.*", "");
        return all().stream()
                .filter(it -> it.method().equals(method))
                .filter(it -> bare.matches(it.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(java.util.Comparator.comparing(it -> it.variables().size()))
                .orElseThrow(() -> new AssertionError("no operation for " + method + " " + path));
    }

    /** All operations. */
    public List<Operation> all() {
        JsonNode paths = document().path("paths");
        List<Operation> found = new ArrayList<>();
        for (var path : paths.properties()) {
            for (var method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                found.add(new Operation(
                        operation.path("operationId").asString(""),
                        method.getKey().toUpperCase(java.util.Locale.ROOT),
                        path.getKey(),
                        operation.at("/requestBody/content").has("application/json"),
                        operation.at("/requestBody/content").has("multipart/form-data"),
                        isPaged(operation),
                        query(operation),
                        parameters(operation),
                        operation.at("/requestBody/content/application~1json/schema")));
            }
        }
        return found;
    }

    private static boolean isPaged(JsonNode operation) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asString("").equals("limit")) return true;
        }
        return false;
    }

    private static List<String> query(JsonNode operation) {
        List<String> needed = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("query")
                    && parameter.path("required").asBoolean(false)) {
                needed.add(parameter.path("name").asString("") + "=" + sample(parameter));
            }
        }
        return needed;
    }

    private static List<Parameter> parameters(JsonNode operation) {
        List<Parameter> found = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (!parameter.path("in").asString("").equals("query")) continue;
            boolean required = parameter.path("required").asBoolean(false);
            found.add(new Parameter(parameter.path("name").asString(""), required, values(parameter.path("schema"))));
        }
        return found;
    }

    private static List<String> values(JsonNode schema) {
        if (schema.path("type").asString("").equals("boolean")) return List.of("true", "false");
        return schema.path("enum").valueStream().map(it -> it.asString("")).toList();
    }

    private static String sample(JsonNode parameter) {
        String name = parameter.path("name").asString("");
        if (parameter.at("/schema/format").asString("").equals("date")) return "2026-11-22";
        if (name.equals("county")) return "371525";
        return parameter.at("/schema/enum/0").asString("1");
    }
}
