package io.qihang.rule;

import java.util.Map;
import java.util.Optional;

/**
 * A case kept beside a condition: with these facts it must come to this verdict.
 *
 * @param name what the case is, such as “刚好达到”
 * @param facts values by the fact's key; one that is left out is not known
 * @param units the units of the values, by the fact's key
 */
public record RuleCase(String name, Map<String, String> facts, Map<String, String> units, Verdict expected) {

    public RuleCase {
        facts = Map.copyOf(facts);
        units = units == null ? Map.of() : Map.copyOf(units);
    }

    /** The case's facts. */
    public FactView view() {
        return key -> Optional.ofNullable(facts.get(key)).map(it -> new FactView.Known(it, units.get(key)));
    }

    /** Whether the condition comes to the verdict. */
    public boolean holds(Condition condition, Judge judge) {
        return judge.verdict(condition, view()) == expected;
    }
}
