package io.qihang.visit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a visit, made by the server; the phone that logged it knows it by its own. */
public record VisitId(@JsonValue UUID value) {

    @JsonCreator
    public VisitId {}

    /** Reads the id out of a path. */
    public static VisitId of(String text) {
        return new VisitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
