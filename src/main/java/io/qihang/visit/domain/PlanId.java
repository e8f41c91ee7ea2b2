package io.qihang.visit.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a planned visit. */
public record PlanId(@JsonValue UUID value) {

    @JsonCreator
    public PlanId {}

    /** Reads the id out of a path. */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
