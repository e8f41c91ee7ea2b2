package io.qihang.visit.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a promise. */
public record PromiseId(@JsonValue UUID value) {

    @JsonCreator
    public PromiseId {}

    /** Reads the id out of a path. */
    public static PromiseId of(String text) {
        return new PromiseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
