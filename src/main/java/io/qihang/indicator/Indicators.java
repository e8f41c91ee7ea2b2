package io.qihang.indicator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that can be counted, whoever counts it. */
@Component
public class Indicators {

    private final List<IndicatorSource> sources;

    Indicators(ObjectProvider<IndicatorSource> sources) {
        this.sources = sources.orderedStream().toList();
    }

    /** Who counts this; empty when nobody does. */
    public Optional<IndicatorSource> sourceOf(IndicatorKey key) {
        return sources.stream().filter(it -> it.keys().contains(key)).findFirst();
    }

    /** The figures of these keys as far as somebody counts them: one question for each source. */
    public Map<IndicatorKey, Figures> figures(Set<IndicatorKey> keys, YearToDate time) {
        return sources.stream()
                .flatMap(source -> {
                    Set<IndicatorKey> own = new HashSet<>(source.keys());
                    own.retainAll(keys);
                    return own.isEmpty() ? Stream.of() : source.figures(own, time).stream();
                })
                .collect(Collectors.toMap(Figures::key, Function.identity()));
    }
}
