package io.qihang.policy.domain;

import io.qihang.enterprise.CurrentFacts;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.FactBook;
import io.qihang.enterprise.FactTerms;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.rule.Condition;
import io.qihang.rule.FactView;
import io.qihang.rule.Finding;
import io.qihang.rule.Judge;
import io.qihang.rule.RuleCase;
import io.qihang.rule.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges enterprises by what a policy demands, from the fact book alone. */
@Component
class PolicyJudge {

    private static final int BATCH = 5000;

    private final ReachMapper mapper;
    private final FactBook facts;
    private final FactTerms terms;
    private final Clock clock;

    PolicyJudge(ReachMapper mapper, FactBook facts, FactTerms terms, Clock clock) {
        this.mapper = mapper;
        this.facts = facts;
        this.terms = terms;
        this.clock = clock;
    }

    /** Who meets the audience, and about whom too little is known; the others do not meet it. */
    record Matched(List<EnterpriseId> met, List<EnterpriseId> missing) {

        static String joined(List<EnterpriseId> ids) {
            return ids.stream().map(EnterpriseId::toString).collect(Collectors.joining(","));
        }
    }

    /** One case as it comes out now. */
    record Tried(RuleCase expected, Finding found) {}

    /** Judges every enterprise the other criteria let through; null when the audience demands no facts. */
    @Nullable
    Matched match(Collection<RegionCode> counties, Audience audience) {
        Condition condition = audience.condition();
        if (condition == null) return null;
        Judge judge = silent();
        List<EnterpriseId> candidates = mapper.candidates(counties, audience.regions(), audience.industries());
        List<EnterpriseId> met = new ArrayList<>();
        List<EnterpriseId> missing = new ArrayList<>();
        IntStream.iterate(0, it -> it < candidates.size(), it -> it + BATCH)
                .mapToObj(from -> candidates.subList(from, Math.min(candidates.size(), from + BATCH)))
                .forEach(some -> {
                    Map<EnterpriseId, CurrentFacts> known = facts.current(some);
                    for (EnterpriseId it : some) {
                        Verdict verdict = judge.verdict(condition, view(known.getOrDefault(it, CurrentFacts.NONE)));
                        if (verdict == Verdict.MET) met.add(it);
                        if (verdict == Verdict.MISSING) missing.add(it);
                    }
                });
        return new Matched(met, missing);
    }

    /** Whether these facts meet what the audience demands. */
    boolean meets(Audience audience, CurrentFacts known) {
        Condition condition = audience.condition();
        return condition != null && silent().verdict(condition, view(known)) == Verdict.MET;
    }

    /** What is found of each of these enterprises, line by line. */
    Map<EnterpriseId, Finding> find(RegionCode county, Condition condition, Collection<EnterpriseId> enterprises) {
        Judge judge = speaking(county);
        Map<EnterpriseId, CurrentFacts> known = facts.current(enterprises);
        return enterprises.stream()
                .distinct()
                .collect(Collectors.toMap(
                        it -> it, it -> judge.find(condition, view(known.getOrDefault(it, CurrentFacts.NONE)))));
    }

    /** How the cases come out now. */
    List<Tried> tried(RegionCode county, Audience audience) {
        Condition condition = audience.condition();
        if (condition == null) return List.of();
        Judge judge = speaking(county);
        return audience.cases().stream()
                .map(it -> new Tried(it, judge.find(condition, it.view())))
                .toList();
    }

    /** Refuses an audience one of whose cases comes out otherwise than expected. */
    void requireCases(RegionCode county, Audience audience) {
        tried(county, audience).stream()
                .filter(it -> it.found().verdict() != it.expected().expected())
                .findFirst()
                .ifPresent(it -> {
                    throw Problem.of(
                            PolicyProblem.CASE_FAILED,
                            it.expected().name(),
                            it.expected().expected().label(),
                            it.found().verdict().label());
                });
    }

    /** The whole condition as one sentence; empty when nothing is demanded. */
    String sentence(RegionCode county, Audience audience) {
        Condition condition = audience.condition();
        return condition == null ? "" : speaking(county).sentence(condition);
    }

    private Judge speaking(RegionCode county) {
        Map<String, String> names = terms.in(county).stream()
                .collect(Collectors.toMap(it -> it.key(), it -> it.label(), (first, second) -> first));
        return new Judge(key -> names.getOrDefault(key, key), Times.dayOf(clock.instant()));
    }

    private Judge silent() {
        return new Judge(key -> key, Times.dayOf(clock.instant()));
    }

    private static FactView view(CurrentFacts known) {
        return key -> known.find(key).map(it -> new FactView.Known(it.value().text(), it.unit()));
    }
}
