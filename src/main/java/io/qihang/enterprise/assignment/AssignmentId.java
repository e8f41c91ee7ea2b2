package io.qihang.enterprise.assignment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of an assignment. */
public record AssignmentId(@JsonValue UUID value) {

    @JsonCreator
    public AssignmentId {}

    /** Reads the id out of a path. */
    public static AssignmentId of(String text) {
        return new AssignmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
