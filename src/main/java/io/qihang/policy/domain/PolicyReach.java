package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.CampaignRecipient;
import io.qihang.notification.Campaigns;
import io.qihang.notification.RecipientState;
import io.qihang.notification.Topic;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.policy.PolicyId;
import io.qihang.region.Regions;
import io.qihang.rule.Finding;
import io.qihang.rule.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a policy would reach, and whom it has reached: the numbers and the names behind them. */
@Service
public class PolicyReach {

    private final ReachMapper mapper;
    private final ReadingPolicies reading;
    private final PolicyRegions regions;
    private final PolicyJudge judge;
    private final Enterprises enterprises;
    private final StaffDirectory staff;
    private final Regions regionNames;
    private final Campaigns campaigns;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyReach(
            ReachMapper mapper,
            ReadingPolicies reading,
            PolicyRegions regions,
            PolicyJudge judge,
            Enterprises enterprises,
            StaffDirectory staff,
            Regions regionNames,
            Campaigns campaigns,
            AuditTrail audit,
            Clock clock) {
        this.mapper = mapper;
        this.reading = reading;
        this.regions = regions;
        this.judge = judge;
        this.enterprises = enterprises;
        this.staff = staff;
        this.regionNames = regionNames;
        this.campaigns = campaigns;
        this.audit = audit;
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
     * What became of a publication.
     *
     * @param readers how many of those told have read the policy itself
     * @param progress of the messages; null as long as they are not queued
     */
    public record Report(
            int enterprises,
            int persons,
            int withoutMembers,
            int readers,
            @Nullable CampaignProgress progress) {}

    /** One person who was told. */
    public record Told(
            List<Membership> acting,
            RecipientState state,
            String reason,
            @Nullable Instant inboxReadAt,
            @Nullable Instant policyReadAt) {}

    /** For which enterprise, as what. */
    public record Membership(String enterprise, String role) {}

    /**
     * The audience: of a draft as it would be now, of a published policy as it is kept; of whom too little is known is
     * asked now in either case.
     *
     * @param unit null for all units
     * @param commissioner null for all commissioners
     */
    public Preview audience(
            Actor actor,
            PolicyId id,
            Part part,
            @Nullable RegionCode unit,
            @Nullable StaffId commissioner,
            PageRequest page) {
        Aim aim = aim(actor, id);
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
        Aim aim = aim(actor, id);
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
    private record Edition(PolicyId id, RegionCode region, UUID lineage, int number, boolean kept, Topic topic) {}

    /**
     * Whom a policy asks for.
     *
     * @param matched null when it demands no facts
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

    private Aim aim(Actor actor, PolicyId id) {
        var policy = reading.desk(actor, id);
        var card = policy.card();
        boolean kept = card.status() != PolicyStatus.DRAFT;
        return aim(
                new Edition(
                        id,
                        card.regionCode(),
                        card.lineage(),
                        card.edition(),
                        kept,
                        PolicyNotices.topic(card.particulars())),
                policy.audience());
    }

    private Aim aim(Edition edition, Audience audience) {
        List<RegionCode> counties = regions.under(edition.region());
        var matched = counties.isEmpty() ? null : judge.match(counties, audience);
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

    /** How far the publication has come. */
    public Report report(Actor actor, PolicyId id) {
        var own = actor.scope().counties();
        var kept = own.isEmpty() ? null : mapper.countKept(id, own);
        if (kept == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return new Report(
                kept.enterprises(),
                kept.persons(),
                kept.withoutMembers(),
                kept.readers(),
                campaigns.progress(key(id)).orElse(null));
    }

    /** Those who were told, of one state or all. */
    public Page<Told> told(Actor actor, PolicyId id, @Nullable RecipientState state, PageRequest page) {
        reading.requirePublished(actor, id);
        Page<CampaignRecipient> recipients = campaigns.recipients(key(id), state, page);
        if (recipients.items().isEmpty()) return new Page<>(List.of(), null);
        Map<PersonId, List<ReachMapper.Acting>> acting =
                mapper
                        .acting(
                                id,
                                recipients.items().stream()
                                        .map(CampaignRecipient::person)
                                        .toList())
                        .stream()
                        .collect(Collectors.groupingBy(ReachMapper.Acting::person));
        return recipients.map(it -> told(it, acting.getOrDefault(it.person(), List.of())));
    }

    /**
     * Has the messages sent again that WeChat refused; nobody else's.
     *
     * @return how many
     */
    @Transactional
    public int resendFailed(Actor actor, PolicyId id) {
        reading.requirePublished(actor, id);
        int failed = campaigns.resendFailed(key(id));
        audit.record("policy.resend", "policy", id, "重发失败的消息：" + failed + "人");
        return failed;
    }

    /** Refuses a condition whose cases come out wrong. */
    void requireCases(RegionCode region, Audience audience) {
        judge.requireCases(region, audience);
    }

    /** Fixes the audience of a policy that is being published, in the caller's transaction. */
    void keep(Policy policy) {
        Audience audience = policy.content().audience();
        judge.requireCases(policy.region(), audience);
        Topic topic = PolicyNotices.topic(policy.content().particulars());
        Aim aim = aim(
                new Edition(policy.id(), policy.region(), policy.lineage(), policy.edition(), false, topic), audience);
        if (!aim.counties().isEmpty()) mapper.keep(aim.met());
    }

    /**
     * Adds who has come to meet a policy while it was being published; from its publication on, {@link PolicyRematch}
     * sees to that.
     */
    void keepMissed(PolicyCard card, Audience audience) {
        if (audience.condition() == null) return;
        Topic topic = PolicyNotices.topic(card.particulars());
        Aim aim =
                aim(new Edition(card.id(), card.regionCode(), card.lineage(), card.edition(), false, topic), audience);
        if (!aim.counties().isEmpty()) mapper.keep(aim.met());
    }

    /** Everyone who is to be told of a published policy. */
    List<PersonId> persons(PolicyId id) {
        return mapper.persons(id);
    }

    /** The occasion under which a policy's publication is told. */
    static String key(PolicyId id) {
        return "policy:" + id;
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

    private static Told told(CampaignRecipient recipient, List<ReachMapper.Acting> acting) {
        Instant read = acting.stream()
                .map(ReachMapper.Acting::readAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var memberships = acting.stream()
                .map(it -> new Membership(it.enterprise(), it.role().label()))
                .toList();
        return new Told(memberships, recipient.state(), recipient.reason(), recipient.readAt(), read);
    }
}
