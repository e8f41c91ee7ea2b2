package io.qihang.rule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a condition, line by line, as people read it.
 *
 * @param asked what is demanded, such as “营业收入不低于 2000 万元”
 * @param known what is known of it; null for a group, and when nothing is
 * @param distance how far it is from being met, such as “还差 200 万元”; null when it is met or cannot be told
 * @param missing the fact that would decide it; null unless it is missing
 * @param source the sentence of the document
 * @param of what was found of a group's conditions
 */
public record Finding(
        Verdict verdict,
        String asked,
        @Nullable String known,
        @Nullable String distance,
        @Nullable String missing,
        @Nullable String source,
        List<Finding> of) {

    public Finding {
        of = List.copyOf(of);
    }

    /** The facts that are missing in any of its lines, each once. */
    public List<String> missingFacts() {
        return lines().map(Finding::missing).filter(Objects::nonNull).distinct().toList();
    }

    private Stream<Finding> lines() {
        return of.isEmpty() ? Stream.of(this) : of.stream().flatMap(Finding::lines);
    }
}
