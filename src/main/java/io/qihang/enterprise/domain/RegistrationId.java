package io.qihang.enterprise.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a registration. */
public record RegistrationId(@JsonValue UUID value) {

    @JsonCreator
    public RegistrationId {}

    /** Reads the id out of a path. */
    public static RegistrationId of(String text) {
        return new RegistrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
