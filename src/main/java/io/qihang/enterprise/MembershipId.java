package io.qihang.enterprise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a person's membership of an enterprise. */
public record MembershipId(@JsonValue UUID value) {

    @JsonCreator
    public MembershipId {}

    /** Reads the id out of a path. */
    public static MembershipId of(String text) {
        return new MembershipId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
