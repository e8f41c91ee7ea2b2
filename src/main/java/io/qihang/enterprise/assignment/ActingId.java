package io.qihang.enterprise.assignment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a 代班. */
public record ActingId(@JsonValue UUID value) {

    @JsonCreator
    public ActingId {}

    /** Reads the id out of a path. */
    public static ActingId of(String text) {
        return new ActingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
