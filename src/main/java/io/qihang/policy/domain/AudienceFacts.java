package io.qihang.policy.domain;

import io.qihang.enterprise.CurrentFacts;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.FactBook;
import io.qihang.platform.RegionCode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the fact book which enterprises have the facts an audience demands. */
@Component
class AudienceFacts {

    private static final int BATCH = 500;

    private final ReachMapper mapper;
    private final FactBook facts;

    AudienceFacts(ReachMapper mapper, FactBook facts) {
        this.mapper = mapper;
        this.facts = facts;
    }

    /**
     * The enterprises that meet the audience's facts and its other criteria.
     *
     * @return their ids joined by commas; null when the audience demands no facts
     */
    @Nullable
    String meeting(Collection<RegionCode> counties, Audience audience) {
        if (audience.facts().isEmpty()) return null;
        List<EnterpriseId> candidates = mapper.candidates(counties, audience.regions(), audience.industries());
        return IntStream.iterate(0, it -> it < candidates.size(), it -> it + BATCH)
                .mapToObj(from -> candidates.subList(from, Math.min(candidates.size(), from + BATCH)))
                .flatMap(some -> facts.current(some).entrySet().stream())
                .filter(it -> audience.facts().stream().allMatch(asked -> holds(asked, it.getValue())))
                .map(it -> it.getKey().toString())
                .collect(Collectors.joining(","));
    }

    private static boolean holds(Audience.FactEquals asked, CurrentFacts known) {
        return known.find(asked.fact())
                .filter(it -> it.value().text().equals(asked.value()))
                .isPresent();
    }
}
