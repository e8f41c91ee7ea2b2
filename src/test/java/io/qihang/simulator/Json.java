package io.qihang.simulator;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON; fields keep the order in which the record names them. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String string(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Throws {@link JacksonException} when the text is not this type or has fields the type does not know. */
    static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** The text as a tree, or the missing node when it is not a JSON object. */
    static JsonNode objectOrMissing(String text) {
        JsonNode nothing = MAPPER.missingNode();
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree.isObject() ? tree : nothing;
        } catch (JacksonException notJson) {
            return nothing;
        }
    }

    /** The text as a tree; anything but a JSON object is WeChat's 47001. */
    static JsonNode object(String text) {
        JsonNode tree = objectOrMissing(text);
        if (tree.isMissingNode()) {
            throw new WxError(Errcode.DATA_FORMAT);
        }
        return tree;
    }

    /** A field that must be a string when present; another type is WeChat's 47001, absent is the empty string. */
    static String optionalText(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new WxError(Errcode.DATA_FORMAT);
        }
        return value.stringValue();
    }

    /** A field that must be there and be a string, or WeChat's 47001. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isString()) {
            throw new WxError(Errcode.DATA_FORMAT);
        }
        return value.stringValue();
    }
}
