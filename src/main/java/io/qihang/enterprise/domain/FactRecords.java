package io.qihang.enterprise.domain;

import io.qihang.enterprise.CurrentFacts;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.Fact;
import io.qihang.enterprise.FactSource;
import io.qihang.enterprise.NewFact;
import io.qihang.platform.Ids;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The fact book as it is kept, behind {@link io.qihang.enterprise.FactBook}. */
@Repository
public class FactRecords {

    private static final int BATCH = 500;

    private final FactMapper mapper;
    private final Ids ids;
    private final Clock clock;

    FactRecords(FactMapper mapper, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<NewFact> facts) {
        if (facts.isEmpty()) return;
        Instant now = clock.instant();
        LocalDate today = Times.dayOf(now);
        if (facts.stream().anyMatch(it -> it.effectiveFrom().isAfter(today))) {
            throw Problem.of(EnterpriseProblem.FACT_FROM_THE_FUTURE);
        }
        List<EnterpriseId> enterprises =
                facts.stream().map(NewFact::enterprise).distinct().toList();
        batches(enterprises).forEach(mapper::lock);
        batches(List.copyOf(facts))
                .forEach(batch -> mapper.insert(
                        batch.stream()
                                .map(it -> new FactMapper.Numbered(ids.next(), it))
                                .toList(),
                        now));
        batches(enterprises).forEach(batch -> mapper.refresh(batch, now));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(FactSource source, @Nullable UUID by) {
        Instant now = clock.instant();
        List<EnterpriseId> enterprises = mapper.saidBy(source);
        if (enterprises.isEmpty()) return;
        batches(enterprises).forEach(mapper::lock);
        mapper.withdraw(source, by, now);
        batches(enterprises).forEach(batch -> mapper.refresh(batch, now));
    }

    public Optional<Fact> asOf(EnterpriseId enterprise, String key, LocalDate day) {
        return Optional.ofNullable(mapper.asOf(enterprise, key, day)).map(FactRecords::fact);
    }

    public List<Fact> history(EnterpriseId enterprise, String key) {
        return mapper.history(enterprise, key).stream().map(FactRecords::fact).toList();
    }

    public Map<EnterpriseId, CurrentFacts> current(Collection<EnterpriseId> enterprises) {
        if (enterprises.isEmpty()) return Map.of();
        return mapper.current(enterprises).stream()
                .collect(Collectors.toMap(FactMapper.CurrentRow::enterpriseId, FactMapper.CurrentRow::facts));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Map<EnterpriseId, CurrentFacts> takeChanged(int limit) {
        return mapper.takeChanged(limit).stream()
                .collect(Collectors.toMap(FactMapper.CurrentRow::enterpriseId, FactMapper.CurrentRow::facts));
    }

    private static <T> List<List<T>> batches(List<T> all) {
        return java.util.stream.IntStream.iterate(0, it -> it < all.size(), it -> it + BATCH)
                .mapToObj(it -> all.subList(it, Math.min(it + BATCH, all.size())))
                .toList();
    }

    private static Fact fact(FactMapper.Row row) {
        return new Fact(
                row.id(),
                row.factKey(),
                row.value(),
                row.unit(),
                new FactSource(row.sourceKind(), row.sourceRef()),
                row.effectiveFrom(),
                row.recordedAt(),
                row.confirmedBy());
    }
}
