package io.qihang.enterprise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact by which enterprises can be told apart, as people call it.
 *
 * @param key the key in the fact book
 * @param label the Chinese name
 * @param unit the unit its numbers are kept in; null when it has none
 * @param choices the values it can have; empty when they are not few
 */
public record FactTerm(
        String key,
        String label,
        FactValue.Type type,
        @Nullable String unit,
        List<String> choices) {

    public FactTerm {
        choices = List.copyOf(choices);
    }
}
