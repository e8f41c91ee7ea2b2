package io.qihang.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a staff account. */
public record StaffId(@JsonValue UUID value) {

    @JsonCreator
    public StaffId {}

    /** Reads the id out of a path. */
    public static StaffId of(String text) {
        return new StaffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
