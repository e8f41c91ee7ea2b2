package io.qihang.policy.domain;

import io.qihang.enterprise.CurrentFacts;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.FactBook;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.rule.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges an enterprise anew when a fact of it has changed, a certificate among them, and every night by the conditions
 * that come to be met with the years: what it has come to meet is added to
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

    /** Judges everybody by the conditions that may come to be met with the years alone, such as 成立满三年. */
    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
    public void runDaily() {
        LocalDate today = Times.dayOf(clock.instant());
        for (FollowingMapper.Ruled policy : mapper.ruled(today)) {
            var condition = policy.audience().condition();
            if (condition == null || !condition.changesWithTime()) continue;
            transaction.executeWithoutResult(status -> everybody(policy, today));
        }
    }

    private void everybody(FollowingMapper.Ruled policy, LocalDate today) {
        var matched = judge.match(regions.under(policy.card().regionCode()), policy.audience());
        if (matched != null) add(policy, matched.met(), today);
    }

    private void add(FollowingMapper.Ruled policy, List<EnterpriseId> met, LocalDate today) {
        if (met.isEmpty()) return;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<EnterpriseId> added = mapper.add(policy.card().id(), PolicyJudge.Matched.joined(met), now);
        if (!added.isEmpty()) notices.tellLater(policy.card(), mapper.membersOf(added), today);
    }

    /** What is demanded on a day, as long as no policy is published, replaced or withdrawn. */
    private record Demands(String stamp, List<Demand> policies) {}

    /** A policy, what it demands, and the counties it is for. */
    private record Demand(FollowingMapper.Ruled policy, Rule rule, Set<RegionCode> counties) {

        List<EnterpriseId> metBy(List<EnterpriseCard> cards, Map<EnterpriseId, CurrentFacts> known, LocalDate today) {
            return cards.stream()
                    .filter(it -> counties.contains(it.county())
                            && policy.audience().lets(it.county(), it.unit(), it.industry())
                            && PolicyJudge.meets(rule, known.getOrDefault(it.id(), CurrentFacts.NONE), today))
                    .map(EnterpriseCard::id)
                    .toList();
        }
    }

    private List<Demand> demands(LocalDate today) {
        String stamp = today + " " + mapper.stamp();
        Demands known = demands;
        if (!known.stamp().equals(stamp)) demands = known = new Demands(stamp, read(today));
        return known.policies();
    }

    private List<Demand> read(LocalDate today) {
        return mapper.ruled(today).stream()
                .map(it -> new Demand(
                        it,
                        Rule.of(Objects.requireNonNull(it.audience().condition())),
                        Set.copyOf(regions.under(it.card().regionCode()))))
                .toList();
    }

    /** Judges some of them; returns whether there may be more. */
    private boolean some() {
        Map<EnterpriseId, CurrentFacts> changed = facts.takeChanged(BATCH);
        if (changed.isEmpty()) return false;
        LocalDate today = Times.dayOf(clock.instant());
        List<EnterpriseCard> cards =
                List.copyOf(enterprises.cards(changed.keySet()).values());
        for (Demand demand : demands(today)) {
            add(demand.policy(), demand.metBy(cards, changed, today), today);
        }
        return changed.size() == BATCH;
    }
}
