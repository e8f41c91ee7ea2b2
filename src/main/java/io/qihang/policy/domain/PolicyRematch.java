package io.qihang.policy.domain;

import io.qihang.enterprise.CurrentFacts;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.FactBook;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges an enterprise anew when a fact of it has changed, a certificate among them: what it has come to meet is added to
 * the policy's audience and told, so that nobody is passed over who came to meet it a day too late. Who no longer meets a
 * policy stays told. What is due stands in the database; nodes take different enterprises.
 */
@Component
public class PolicyRematch {

    private static final int BATCH = 200;

    private final FollowingMapper mapper;
    private final FactBook facts;
    private final Enterprises enterprises;
    private final PolicyRegions regions;
    private final PolicyJudge judge;
    private final PolicyNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Demands demands = new Demands("", List.of());

    PolicyRematch(
            FollowingMapper mapper,
            FactBook facts,
            Enterprises enterprises,
            PolicyRegions regions,
            PolicyJudge judge,
            PolicyNotices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.facts = facts;
        this.enterprises = enterprises;
        this.regions = regions;
        this.judge = judge;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Judges everybody whose facts have changed. */
    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT40S")
    public void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> some()))) {
            // the next ones
        }
    }

    /** What is demanded on a day, as long as no policy is published, replaced or withdrawn. */
    private record Demands(String stamp, List<FollowingMapper.Ruled> policies) {}

    private List<FollowingMapper.Ruled> ruled(LocalDate today) {
        String stamp = today + " " + mapper.stamp();
        Demands known = demands;
        if (!known.stamp().equals(stamp)) demands = known = new Demands(stamp, mapper.ruled(today));
        return known.policies();
    }

    /** Judges some of them; returns whether there may be more. */
    private boolean some() {
        Map<EnterpriseId, CurrentFacts> changed = facts.takeChanged(BATCH);
        if (changed.isEmpty()) return false;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = Times.dayOf(now);
        List<EnterpriseCard> cards =
                List.copyOf(enterprises.cards(changed.keySet()).values());
        for (FollowingMapper.Ruled policy : ruled(today)) {
            var counties = regions.under(policy.card().regionCode());
            List<EnterpriseId> met = cards.stream()
                    .filter(it -> counties.contains(it.county())
                            && policy.audience().lets(it.county(), it.unit(), it.industry()))
                    .map(EnterpriseCard::id)
                    .filter(it -> judge.meets(policy.audience(), changed.getOrDefault(it, CurrentFacts.NONE)))
                    .toList();
            if (met.isEmpty()) continue;
            List<EnterpriseId> added = mapper.add(policy.card().id(), PolicyJudge.Matched.joined(met), now);
            if (!added.isEmpty()) notices.tellLater(policy.card(), mapper.membersOf(added), today);
        }
        return changed.size() == BATCH;
    }
}
