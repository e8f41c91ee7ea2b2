package io.qihang.certificate.domain;

import io.qihang.certificate.domain.CertificateMapper.Holding;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Fact;
import io.qihang.enterprise.FactBook;
import io.qihang.enterprise.FactSource;
import io.qihang.enterprise.FactValue;
import io.qihang.enterprise.NewFact;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings the fact book in line with an enterprise's certificates: yes from the day one was issued, no from the day after
 * its end unless another one still holds then. So a renewal leaves no gap, whichever of the two is verified first.
 */
@Component
class ProvenFacts {

    private final CertificateMapper certificates;
    private final FactBook facts;
    private final Clock clock;

    ProvenFacts(CertificateMapper certificates, FactBook facts, Clock clock) {
        this.certificates = certificates;
        this.facts = facts;
        this.clock = clock;
    }

    /** Restates one fact of an enterprise, in the caller's transaction; what is right already stays untouched. */
    void restate(EnterpriseId enterprise, String factKey, @Nullable UUID by) {
        certificates.takeTurn(enterprise, factKey);
        List<Holding> holdings = certificates.holdings(enterprise, factKey);
        List<Fact> recorded = facts.history(enterprise, factKey);
        LocalDate today = Times.dayOf(clock.instant());
        for (Holding holding : holdings) {
            var source =
                    new FactSource(FactSource.Kind.CERTIFICATE, holding.id().toString());
            Map<LocalDate, Boolean> due = due(holding, holdings, today);
            if (due.equals(said(recorded, source))) continue;
            facts.withdraw(source, by);
            facts.record(due.entrySet().stream()
                    .map(it -> new NewFact(
                            enterprise,
                            factKey,
                            FactValue.of(it.getValue()),
                            null,
                            source,
                            it.getKey(),
                            by,
                            holding.decidedBy()))
                    .toList());
        }
    }

    /** What a certificate says by day, as far as the days have come. */
    private static Map<LocalDate, Boolean> due(Holding holding, List<Holding> all, LocalDate today) {
        Map<LocalDate, Boolean> said = new TreeMap<>();
        LocalDate last = holding.lastDay();
        if (last != null && last.isBefore(holding.issuedOn())) return said;
        said.put(holding.issuedOn(), true);
        if (last == null || !last.isBefore(today)) return said;
        LocalDate after = last.plusDays(1);
        if (all.stream().noneMatch(it -> it.covers(after))) said.put(after, false);
        return said;
    }

    private static Map<LocalDate, Boolean> said(List<Fact> recorded, FactSource source) {
        return recorded.stream()
                .filter(it -> it.source().equals(source))
                .collect(Collectors.toMap(
                        Fact::effectiveFrom, it -> it.value().yes(), (one, other) -> one, TreeMap::new));
    }
}
