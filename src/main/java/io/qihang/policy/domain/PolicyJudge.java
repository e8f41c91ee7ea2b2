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
import io.qihang.rule.Rule;
import io.qihang.rule.RuleCase;
import io.qihang.rule.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges enterprises by what a policy demands, from the fact book alone. */
@Component
class PolicyJudge {

    private static final int BATCH = 20_000;

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
        Rule rule = Rule.of(condition);
        LocalDate today = Times.dayOf(clock.instant());
        var criteria = new ReachMapper.Criteria(counties, audience.regions(), audience.industries());
        var asked = Asked.of(condition.facts());
        List<EnterpriseId> met = new ArrayList<>();
        List<EnterpriseId> missing = new ArrayList<>();
        EnterpriseId after = null;
        List<ReachMapper.Candidate> some;
        do {
            some = mapper.candidates(criteria, asked.keys(), after, BATCH);
            for (ReachMapper.Candidate it : some) {
                Verdict verdict = rule.verdict(asked.view(it.known()), today);
                if (verdict == Verdict.MET) met.add(it.enterprise());
                if (verdict == Verdict.MISSING) missing.add(it.enterprise());
                after = it.enterprise();
            }
        } while (some.size() == BATCH);
        return new Matched(met, missing);
    }

    /** The facts a condition asks for, and where each stands in what is known of a candidate. */
    private record Asked(List<String> keys, Map<String, Integer> places) {

        private static final String NONE = "\u001e";
        private static final String BETWEEN = "\u001f";

        static Asked of(List<String> keys) {
            return new Asked(
                    keys, IntStream.range(0, keys.size()).boxed().collect(Collectors.toMap(keys::get, it -> 2 * it)));
        }

        FactView view(String known) {
            String[] parts = known.split(BETWEEN, -1);
            return key -> {
                int place = Objects.requireNonNull(places.get(key));
                String text = parts[place];
                if (text.equals(NONE)) return Optional.empty();
                String unit = parts[place + 1];
                return Optional.of(new FactView.Known(text, unit.isEmpty() ? null : unit));
            };
        }
    }

    /** Whether these facts meet a rule on a day. */
    static boolean meets(Rule rule, CurrentFacts known, LocalDate today) {
        return rule.verdict(view(known), today) == Verdict.MET;
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

    private static FactView view(CurrentFacts known) {
        return key -> known.find(key).map(it -> new FactView.Known(it.value().text(), it.unit()));
    }
}
