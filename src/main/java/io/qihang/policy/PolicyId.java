package io.qihang.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one edition of a policy. */
public record PolicyId(@JsonValue UUID value) {

    @JsonCreator
    public PolicyId {}

    /** Reads the id out of a path. */
    public static PolicyId of(String text) {
        return new PolicyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
