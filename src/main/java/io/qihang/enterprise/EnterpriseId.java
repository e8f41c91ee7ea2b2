package io.qihang.enterprise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of an enterprise. */
public record EnterpriseId(@JsonValue UUID value) {

    @JsonCreator
    public EnterpriseId {}

    /** Reads the id out of a path. */
    public static EnterpriseId of(String text) {
        return new EnterpriseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
