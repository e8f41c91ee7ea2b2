package io.qihang.agenda;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a task. */
public record TaskId(@JsonValue UUID value) {

    @JsonCreator
    public TaskId {}

    /** Reads the id out of a path. */
    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
