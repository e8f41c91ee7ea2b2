package io.qihang.testing;

import java.util.Map;
import java.util.Set;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as a page shows it: names instead of what changes, long lists cut, nothing secret. */
final class PaperJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER));
    private static final String MORE = "……";
    private static final String SAME = "……（同前）";
    private static final int WORTH_SAYING_ONCE = 200;
    private static final int LONGEST = 160;

    /** Fields whose content nobody may read or reuse. */
    private static final Set<String> SECRET = Set.of(
            "token",
            "secret",
            "challenge",
            "password",
            "otpauthUri",
            "confirmationCode",
            "idempotencyKey",
            "traceId",
            "next");

    /** Lists that grow at their end: the last line is what just happened. */
    private static final Set<String> CHRONOLOGICAL = Set.of("hops", "history");

    private final Placeholders names;
    private final Set<String> told;
    private final Map<String, Integer> shown;

    /**
     * @param told what the page has shown so far
     * @param shown which item of a list it shows, where not the first
     */
    PaperJson(Placeholders names, Set<String> told, Map<String, Integer> shown) {
        this.names = names;
        this.told = told;
        this.shown = shown;
    }

    String answer(String text) {
        return JSON.writer().with(PRETTY).writeValueAsString(clean(JSON.readTree(text), "items", false));
    }

    /** A request, its fields in the order of the description. */
    String request(String text, Contract.Known operation) {
        JsonNode ordered = operation.ordered(JSON.readTree(text));
        return JSON.writer().with(PRETTY).writeValueAsString(clean(ordered, "items", true));
    }

    /** What the page has shown under the same name is not shown again. */
    private JsonNode once(JsonNode node, String field, boolean asked) {
        JsonNode cleaned = clean(node, field, asked);
        String text = cleaned.toString();
        boolean again = !asked && cleaned.isContainer() && text.length() > WORTH_SAYING_ONCE && !told.add(field + text);
        return again ? string(SAME) : cleaned;
    }

    private JsonNode clean(JsonNode node, String field, boolean asked) {
        if (node.isObject()) return object((ObjectNode) node, asked);
        if (node.isArray()) return array((ArrayNode) node, field, asked);
        if (node.isNumber()) return names.isCalled(node.asString()) ? string(names.in(node.asString(), field)) : node;
        if (!node.isString()) return node;
        String text = node.asString();
        if (!text.isEmpty() && (SECRET.contains(field) || (asked && field.equals("code")))) {
            return string(names.secret(text, field));
        }
        String stable = names.in(text, field);
        return string(stable.length() > LONGEST ? stable.substring(0, LONGEST) + MORE : stable);
    }

    private ObjectNode object(ObjectNode node, boolean asked) {
        ObjectNode cleaned = JsonNodeFactory.instance.objectNode();
        boolean signedForm = node.has("x-amz-signature");
        node.properties().forEach(it -> {
            boolean hidden = signedForm && !it.getKey().equals("Content-Type");
            cleaned.set(it.getKey(), hidden ? string(MORE) : once(it.getValue(), it.getKey(), asked));
        });
        return cleaned;
    }

    /** What is sent is shown whole; of an answer's list one line, for others may stand in it too. */
    private ArrayNode array(ArrayNode list, String field, boolean asked) {
        ArrayNode cleaned = JsonNodeFactory.instance.arrayNode();
        if (asked || list.size() < 2 || list.get(0).isValueNode()) {
            list.forEach(it -> cleaned.add(clean(it, field, asked)));
        } else {
            int place = shown.getOrDefault(field, CHRONOLOGICAL.contains(field) ? list.size() - 1 : 0);
            if (place > 0) cleaned.add(MORE);
            cleaned.add(clean(list.get(place), field, false));
            if (place < list.size() - 1) cleaned.add(MORE);
        }
        return cleaned;
    }

    private static JsonNode string(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }
}
