package io.qihang.rule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one enterprise on one day. */
@FunctionalInterface
public interface FactView {

    /** The fact of this key; empty when nobody has told it. */
    Optional<Known> find(String key);

    /**
     * A known fact.
     *
     * @param text a plain decimal, a date {@code 2026-01-31}, {@code true} or {@code false}, or any text
     * @param unit the number's unit; null when it has none
     */
    record Known(String text, @Nullable String unit) {}
}
