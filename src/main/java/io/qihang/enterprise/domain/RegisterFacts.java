package io.qihang.enterprise.domain;

import io.qihang.enterprise.FactValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the optional columns of the county's register say of an enterprise. */
public record RegisterFacts(List<RegisterFact> facts) {

    /** The facts of a row without optional columns. */
    public static final RegisterFacts NONE = new RegisterFacts(List.of());

    /** One column's word. */
    public record RegisterFact(
            String key, FactValue value, @Nullable String unit, LocalDate effectiveFrom) {}

    /** Whether the values are the same, from whatever day on. */
    public boolean saysTheSameAs(RegisterFacts other) {
        return values().equals(other.values());
    }

    private Map<String, FactValue> values() {
        return facts.stream().collect(Collectors.toMap(RegisterFact::key, RegisterFact::value, (one, two) -> two));
    }

    public RegisterFacts {
        facts = List.copyOf(facts);
    }
}
