package io.qihang.enterprise.assignment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a round of assignment. */
public record RoundId(@JsonValue UUID value) {

    @JsonCreator
    public RoundId {}

    /** Reads the id out of a path. */
    public static RoundId of(String text) {
        return new RoundId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
