package io.qihang.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a 共性问题. */
public record CommonProblemId(@JsonValue UUID value) {

    @JsonCreator
    public CommonProblemId {}

    /** Reads the id out of a path. */
    public static CommonProblemId of(String text) {
        return new CommonProblemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
