package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.notification.Topic;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.policy.PolicyId;
import io.qihang.region.Regions;
import io.qihang.rule.Finding;
import io.qihang.rule.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Whom a policy asks for, and why: the numbers and the names behind them. */
@Service
public class PolicyAudience {

    private final ReachMapper mapper;
    private final ReadingPolicies reading;
    private final PolicyRegions regions;
    private final PolicyJudge judge;
    private final Enterprises enterprises;
    private final StaffDirectory staff;
    private final Regions regionNames;
    private final Clock clock;

    PolicyAudience(
            ReachMapper mapper,
            ReadingPolicies reading,
            PolicyRegions regions,
            PolicyJudge judge,
            Enterprises enterprises,
            StaffDirectory staff,
            Regions regionNames,
            Clock clock) {
        this.mapper = mapper;
        this.reading = reading;
        this.regions = regions;
        this.judge = judge;
        this.enterprises = enterprises;
        this.staff = staff;
        this.regionNames = regionNames;
        this.clock = clock;
    }

    /**
     * The audience.
     *
     * @param enterprises how many enterprises
     * @param persons how many confirmed members they have, each counted once
     * @param withoutMembers how many of the enterprises have nobody to tell
     * @param beyondWeChat how many of them no WeChat message would reach now, for nobody there has an accept left
     * @param toldBefore how many of them an earlier edition of the policy was sent to; the others are new to it
     * @param enjoying how many of them have said that they enjoy it already; of the others it is unknown
     * @param missing of how many enterprises more too little is known to tell
     */
    public record Preview(
            int enterprises,
            int persons,
            int withoutMembers,
            int beyondWeChat,
            int toldBefore,
            int enjoying,
            int missing,
            Page<Reached> names) {}

    /**
     * An enterprise in the audience, or one of which too little is known to tell.
     *
     * @param commissioner the name of its main commissioner today; null when it has none
     * @param toldBefore whether an earlier edition was sent to it
     * @param enjoys whether it has said that it enjoys the policy already; unknown otherwise
     * @param missing what would have to be known; empty for one in the audience
     */
    public record Reached(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            @Nullable String commissioner,
            int members,
            boolean beyondWeChat,
            boolean toldBefore,
            boolean enjoys,
            List<String> missing) {}

    /**
     * The audience of one unit or one commissioner.
     *
     * @param unit null in the count of a commissioner
     * @param commissioner null in the count of a unit, and in that of all enterprises without one
     */
    public record Share(
            @Nullable RegionCode unit,
            @Nullable StaffId commissioner,
            String name,
            int enterprises,
            int beyondWeChat,
            int toldBefore) {}

    /** The audience by unit, in the order of their codes, and by main commissioner, those without one last. */
    public record Shares(List<Share> units, List<Share> commissioners) {}

    /** Which enterprises of an audience are listed. */
    public enum Part {
        /** All that meet it. */
        ALL,
        /** Of these, those no WeChat message would reach now. */
        BEYOND_WECHAT,
        /** Of these, those no earlier edition was sent to. */
        NEW,
        /** Of these, those an earlier edition was sent to. */
        TOLD_BEFORE,
        /** Those about whom too little is known to tell. */
        MISSING
    }

    /**
     * The audience: of a draft as it would be now, of a published policy as it is kept; of whom too little is known is
     * asked now in either case.
     *
     * @param unit null for all units
     * @param commissioner null for all commissioners
     */
    public Preview preview(
            Actor actor,
            PolicyId id,
            Part part,
            @Nullable RegionCode unit,
            @Nullable StaffId commissioner,
            PageRequest page) {
        Aim aim = aim(actor, id, true);
        if (aim.counties().isEmpty()) return new Preview(0, 0, 0, 0, 0, 0, 0, new Page<>(List.of(), null));
        var numbers = mapper.count(aim.met());
        var list = new ReachMapper.Choice(part, unit, commissioner, page.afterId(), page.fetch());
        Page<Reached> names =
                switch (part) {
                    case MISSING -> aim.matched() == null ? new Page<>(List.of(), null) : missing(aim, list, page);
                    case ALL, BEYOND_WECHAT, NEW, TOLD_BEFORE -> names(mapper.list(aim.met(list), list), page);
                };
        return new Preview(
                numbers.enterprises(),
                numbers.persons(),
                numbers.withoutMembers(),
                numbers.beyond(),
                numbers.toldBefore(),
                numbers.enjoying(),
                aim.matched() == null ? 0 : aim.matched().missing().size(),
                names);
    }

    /** How the audience is made up. */
    public Shares shares(Actor actor, PolicyId id) {
        Aim aim = aim(actor, id, false);
        if (aim.counties().isEmpty()) return new Shares(List.of(), List.of());
        List<ReachMapper.Share> rows = mapper.shares(aim.met());
        var names = staff.names(rows.stream()
                .map(ReachMapper.Share::commissioner)
                .filter(Objects::nonNull)
                .toList());
        List<Share> units = rows.stream()
                .filter(it -> it.unit() != null)
                .map(it -> share(it, regionNames.nameOf(Objects.requireNonNull(it.unit()))))
                .toList();
        List<Share> commissioners = rows.stream()
                .filter(it -> it.unit() == null)
                .map(it -> share(it, it.commissioner() == null ? "还没有专员" : names.getOrDefault(it.commissioner(), "")))
                .toList();
        return new Shares(units, commissioners);
    }

    private static Share share(ReachMapper.Share row, String name) {
        return new Share(row.unit(), row.commissioner(), name, row.enterprises(), row.beyond(), row.toldBefore());
    }

    /** An edition of a policy; {@code kept} once its audience is fixed. */
    private record Edition(PolicyId id, RegionCode region, UUID lineage, int number, boolean kept, Topic topic) {

        static Edition of(PolicyCard card, boolean kept) {
            Topic topic = PolicyNotices.topic(card.particulars());
            return new Edition(card.id(), card.regionCode(), card.lineage(), card.edition(), kept, topic);
        }
    }

    /**
     * Whom a policy asks for.
     *
     * @param matched null when it demands no facts, or nobody asked what they say
     */
    private record Aim(
            Edition edition,
            List<RegionCode> counties,
            Audience audience,
            PolicyJudge.@Nullable Matched matched,
            LocalDate today) {

        /** Who is in the audience: as it is kept once it is published. */
        ReachMapper.Aim met() {
            boolean kept = edition.kept();
            return of(kept, kept || matched == null ? null : PolicyJudge.Matched.joined(matched.met()));
        }

        /** The same, told no more names than the page needs where their order alone decides. */
        ReachMapper.Aim met(ReachMapper.Choice choice) {
            if (edition.kept() || matched == null || choice.narrows()) return met();
            List<EnterpriseId> all = matched.met();
            int before = choice.after() == null ? -1 : all.indexOf(new EnterpriseId(choice.after()));
            if (before < 0 && choice.after() != null) return met();
            int from = before + 1;
            int until = Math.min(all.size(), from + choice.limit());
            return of(false, PolicyJudge.Matched.joined(all.subList(from, until)));
        }

        ReachMapper.Aim missing() {
            return of(
                    false,
                    PolicyJudge.Matched.joined(Objects.requireNonNull(matched).missing()));
        }

        private ReachMapper.Aim of(boolean kept, @Nullable String ids) {
            return new ReachMapper.Aim(
                    edition.id(),
                    edition.lineage(),
                    edition.number(),
                    kept,
                    counties,
                    audience.regions(),
                    audience.industries(),
                    ids,
                    PolicyNotices.TEMPLATE,
                    edition.topic(),
                    today);
        }
    }

    /** @param judged whether the facts decide of a kept audience, too: whom else it would ask for now */
    private Aim aim(Actor actor, PolicyId id, boolean judged) {
        var policy = reading.desk(actor, id);
        boolean kept = policy.card().status() != PolicyStatus.DRAFT;
        return aim(Edition.of(policy.card(), kept), policy.audience(), judged || !kept);
    }

    private Aim aim(Edition edition, Audience audience, boolean judged) {
        List<RegionCode> counties = regions.under(edition.region());
        var matched = judged && !counties.isEmpty() ? judge.match(counties, audience) : null;
        return new Aim(edition, counties, audience, matched, Times.dayOf(clock.instant()));
    }

    private Page<Reached> missing(Aim aim, ReachMapper.Choice choice, PageRequest page) {
        Page<Reached> names = names(mapper.list(aim.missing(), choice), page);
        var found = judge.find(
                aim.edition().region(),
                Objects.requireNonNull(aim.audience().condition()),
                names.items().stream().map(Reached::enterprise).toList());
        return names.map(it -> new Reached(
                it.enterprise(),
                it.name(),
                it.unit(),
                it.commissioner(),
                it.members(),
                it.beyondWeChat(),
                it.toldBefore(),
                it.enjoys(),
                Objects.requireNonNull(found.get(it.enterprise())).missingFacts()));
    }

    /** What is found of one enterprise within the officer's scope, line by line. */
    public Explained explain(Actor actor, PolicyId id, EnterpriseId enterprise) {
        var policy = reading.desk(actor, id);
        var card = enterprises.require(enterprise, actor.scope());
        var condition = policy.audience().condition();
        if (condition == null) return new Explained("", null);
        return new Explained(
                judge.sentence(card.county(), policy.audience()),
                judge.find(card.county(), condition, List.of(enterprise)).get(enterprise));
    }

    /**
     * What a policy demands and what was found.
     *
     * @param sentence the whole condition as one sentence; empty when it demands nothing
     */
    public record Explained(String sentence, @Nullable Finding found) {}

    /** How the cases kept with a policy come out now. */
    public List<Tried> cases(Actor actor, PolicyId id) {
        var policy = reading.desk(actor, id);
        return judge.tried(policy.card().regionCode(), policy.audience()).stream()
                .map(it -> new Tried(
                        it.expected().name(),
                        it.expected().expected(),
                        it.found().verdict(),
                        it.found()))
                .toList();
    }

    /** A case kept with a policy: what it must come to, and what it comes to now. */
    public record Tried(String name, Verdict expected, Verdict actual, Finding found) {}

    /** Refuses a condition whose cases come out wrong. */
    void requireCases(RegionCode region, Audience audience) {
        judge.requireCases(region, audience);
    }

    /** Fixes the audience of a policy that is being published, in the caller's transaction. */
    void keep(Policy policy) {
        Audience audience = policy.content().audience();
        judge.requireCases(policy.region(), audience);
        Topic topic = PolicyNotices.topic(policy.content().particulars());
        keep(new Edition(policy.id(), policy.region(), policy.lineage(), policy.edition(), false, topic), audience);
    }

    /**
     * Adds who has come to meet a policy while it was being published; from its publication on, {@link PolicyRematch}
     * sees to that.
     */
    void keepMissed(PolicyCard card, Audience audience) {
        if (audience.condition() != null) keep(Edition.of(card, false), audience);
    }

    private void keep(Edition edition, Audience audience) {
        Aim aim = aim(edition, audience, true);
        if (!aim.counties().isEmpty()) mapper.keep(aim.met());
    }

    private Page<Reached> names(List<ReachMapper.Named> rows, PageRequest page) {
        Page<ReachMapper.Named> named =
                Page.of(rows, page.size(), it -> it.enterprise().toString());
        var commissioners = staff.names(named.items().stream()
                .map(ReachMapper.Named::commissioner)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return named.map(it -> new Reached(
                it.enterprise(),
                it.name(),
                it.unit(),
                it.commissioner() == null ? null : commissioners.get(it.commissioner()),
                it.members(),
                it.beyond(),
                it.toldBefore(),
                it.enjoys(),
                List.of()));
    }
}
