package io.qihang.enterprise.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.platform.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The national classification of industries, as far as 大类; it changes with a pack only. */
@Component
public class Industries {

    private final IndustryMapper mapper;
    private final LoadingCache<Boolean, Map<String, Industry>> kept;

    Industries(IndustryMapper mapper) {
        this.mapper = mapper;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(5))
                .build(key -> mapper.all().stream()
                        .collect(Collectors.toMap(Industry::code, it -> it, (a, b) -> a, TreeMap::new)));
    }

    /**
     * An industry.
     *
     * @param code the section's letter, with two digits for a division: {@code C}, {@code C13}
     * @param section the letter of its section; null for a section itself
     */
    public record Industry(
            String code, String name, @Nullable String section) {}

    /** All sections and divisions in use, by code. */
    public List<Industry> all() {
        return mapper.all();
    }

    /** The industry by its code, by the division's two digits alone, or by its name. */
    public Optional<Industry> find(String text) {
        Industry exact = kept.get(true).get(text);
        if (exact != null) return Optional.of(exact);
        return kept.get(true).values().stream()
                .filter(it -> it.name().equals(text) || it.code().substring(1).equals(text))
                .findFirst();
    }

    /** The name; the code itself when it is no longer known. */
    public String nameOf(String code) {
        return find(code).map(Industry::name).orElse(code);
    }

    /** Refuses an unknown code. */
    String require(String code) {
        if (!kept.get(true).containsKey(code)) throw Problem.of(EnterpriseProblem.INDUSTRY_UNKNOWN);
        return code;
    }

    void forget() {
        kept.invalidateAll();
    }
}
