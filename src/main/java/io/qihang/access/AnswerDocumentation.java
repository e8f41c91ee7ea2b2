package io.qihang.access;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Writes into the API description what an answer always holds: every component of a record is written, and is null only
 * where the record says so; and that a request has to name its numbers.
 */
@Component
@SuppressWarnings({"rawtypes", "unchecked"}) // the model of the document is written with raw schemas
class AnswerDocumentation implements ModelConverter, OpenApiCustomizer {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        Schema schema = chain.next().resolve(type, context, chain);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            String name = schema.get$ref() == null ? schema.getName() : named(schema.get$ref());
            if (name != null) records.put(name, java.getRawClass());
        }
        return schema;
    }

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Set<String> answered = answered(api, schemas);
        schemas.forEach((name, schema) -> {
            Class<?> type = records.get(name);
            if (type == null || schema.getProperties() == null) return;
            if (answered.contains(name)) describeAnswer(schema, type);
            else describeRequest(schema, type);
        });
    }

    /** A number or a yes-or-no cannot be left out; the rest is in the constraints, which are described already. */
    private static void describeRequest(Schema schema, Class<?> type) {
        Set<String> required = new LinkedHashSet<>();
        if (schema.getRequired() != null) required.addAll(schema.getRequired());
        Arrays.stream(type.getRecordComponents())
                .filter(it -> it.getType().isPrimitive())
                .map(RecordComponent::getName)
                .forEach(required::add);
        schema.setRequired(new ArrayList<>(required));
    }

    private static void describeAnswer(Schema schema, Class<?> type) {
        Map<String, Schema> properties = schema.getProperties();
        schema.setRequired(new ArrayList<>(properties.keySet()));
        for (RecordComponent component : type.getRecordComponents()) {
            Schema property = properties.get(component.getName());
            if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), orNull(property));
            }
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.get$ref() != null) {
            Schema none = new Schema();
            none.addType("null");
            Schema either = new Schema();
            either.setDescription(schema.getDescription());
            schema.setDescription(null);
            either.setOneOf(List.of(schema, none));
            return either;
        }
        schema.addType("null");
        if (schema.getEnum() != null) schema.addEnumItemObject(null);
        return schema;
    }

    /** The schemas that answers are made of. */
    private static Set<String> answered(OpenAPI api, Map<String, Schema> schemas) {
        Deque<Schema> open = new ArrayDeque<>();
        api.getPaths().values().stream()
                .flatMap(it -> it.readOperations().stream())
                .map(Operation::getResponses)
                .flatMap(it -> it.values().stream())
                .map(ApiResponse::getContent)
                .flatMap(AnswerDocumentation::bodies)
                .forEach(open::add);
        Set<String> names = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            if (schema.get$ref() != null) {
                String name = named(schema.get$ref());
                if (names.add(name) && schemas.get(name) != null) open.push(schemas.get(name));
            } else {
                parts(schema).forEach(open::push);
            }
        }
        return names;
    }

    private static Stream<Schema> bodies(@Nullable Content content) {
        if (content == null) return Stream.empty();
        return content.values().stream().map(it -> it.getSchema()).filter(it -> it != null);
    }

    private static List<Schema> parts(Schema schema) {
        List<Schema> parts = new ArrayList<>();
        if (schema.getProperties() != null) parts.addAll(schema.getProperties().values());
        if (schema.getItems() != null) parts.add(schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema value) parts.add(value);
        Stream.of(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf())
                .filter(it -> it != null)
                .forEach(it -> parts.addAll(it));
        return parts;
    }

    private static String named(String reference) {
        return reference.substring(SCHEMAS.length());
    }
}
