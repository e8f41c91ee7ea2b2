package io.qihang.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a person who signs in with WeChat. */
public record PersonId(@JsonValue UUID value) {

    @JsonCreator
    public PersonId {}

    /** Reads the id out of a path. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
