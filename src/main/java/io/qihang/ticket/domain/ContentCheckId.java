package io.qihang.ticket.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one text or file that is checked. */
public record ContentCheckId(@JsonValue UUID value) {

    @JsonCreator
    public ContentCheckId {}

    /** Reads the id out of a path. */
    public static ContentCheckId of(String text) {
        return new ContentCheckId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
