package io.qihang.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a ticket; people see its number. */
public record TicketId(@JsonValue UUID value) {

    @JsonCreator
    public TicketId {}

    /** Reads the id out of a path. */
    public static TicketId of(String text) {
        return new TicketId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
