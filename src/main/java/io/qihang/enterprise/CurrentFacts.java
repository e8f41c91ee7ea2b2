package io.qihang.enterprise;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds of an enterprise now, by key; one row per enterprise, for matching and screens. */
public record CurrentFacts(Map<String, Entry> facts) {

    /** No facts at all. */
    public static final CurrentFacts NONE = new CurrentFacts(Map.of());

    /** A fact that holds now, and since when. */
    public record Entry(
            FactValue value,
            @Nullable String unit,
            LocalDate effectiveFrom,
            FactSource.Kind source,
            boolean confirmed) {}

    public CurrentFacts {
        facts = Map.copyOf(facts);
    }

    /** The fact of this key. */
    public Optional<Entry> find(String key) {
        return Optional.ofNullable(facts.get(key));
    }
}
