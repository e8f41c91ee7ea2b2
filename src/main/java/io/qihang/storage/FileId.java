package io.qihang.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of an uploaded file. */
public record FileId(@JsonValue UUID value) {

    @JsonCreator
    public FileId {}

    /** Reads the id out of a path. */
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
