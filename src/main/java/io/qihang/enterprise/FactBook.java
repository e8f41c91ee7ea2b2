package io.qihang.enterprise;

import io.qihang.enterprise.domain.FactRecords;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The fact book: what is known of an enterprise, since when, from whom. Facts are added and withdrawn, never changed,
 * so any past day can be asked; one current row per enterprise serves matching at size.
 */
@Component
public class FactBook {

    private final FactRecords records;

    FactBook(FactRecords records) {
        this.records = records;
    }

    /**
     * Records facts, in the caller's transaction.
     *
     * @throws io.qihang.platform.Problem {@code FACT_FROM_THE_FUTURE} when one holds only from a later day on
     */
    public void record(Collection<NewFact> facts) {
        records.add(facts);
    }

    /** Takes back what a source said, in the caller's transaction; what held before holds again. */
    public void withdraw(FactSource source, @Nullable UUID by) {
        records.withdraw(source, by);
    }

    /** What held on a day, by what is known now. */
    public Optional<Fact> asOf(EnterpriseId enterprise, String key, LocalDate day) {
        return records.asOf(enterprise, key, day);
    }

    /** Everything recorded under a key and not withdrawn, the latest first. */
    public List<Fact> history(EnterpriseId enterprise, String key) {
        return records.history(enterprise, key);
    }

    /** What holds now. */
    public CurrentFacts current(EnterpriseId enterprise) {
        return records.current(List.of(enterprise)).getOrDefault(enterprise, CurrentFacts.NONE);
    }

    /** What holds now of several enterprises, in one query; one without facts is left out. */
    public Map<EnterpriseId, CurrentFacts> current(Collection<EnterpriseId> enterprises) {
        return records.current(enterprises);
    }

    /**
     * Enterprises whose facts have changed since they were last taken, with what holds now; taken in the caller's
     * transaction, so that a failed one leaves them to be taken again.
     *
     * @param limit at most so many
     */
    public Map<EnterpriseId, CurrentFacts> takeChanged(int limit) {
        return records.takeChanged(limit);
    }
}
