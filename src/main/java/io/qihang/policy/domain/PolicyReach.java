package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.CampaignRecipient;
import io.qihang.notification.Campaigns;
import io.qihang.notification.RecipientState;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import io.qihang.rule.Finding;
import io.qihang.rule.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Campaigns campaigns;
    private final AuditTrail audit;

    PolicyReach(
            ReachMapper mapper,
            ReadingPolicies reading,
            PolicyRegions regions,
            PolicyJudge judge,
            Enterprises enterprises,
            Campaigns campaigns,
            AuditTrail audit) {
        this.mapper = mapper;
        this.reading = reading;
        this.regions = regions;
        this.judge = judge;
        this.enterprises = enterprises;
        this.campaigns = campaigns;
        this.audit = audit;
    }

    /**
     * The audience.
     *
     * @param enterprises how many enterprises
     * @param persons how many confirmed members they have, each counted once
     * @param withoutMembers how many of the enterprises have nobody to tell
     * @param beyondWeChat how many of them no WeChat message would reach now, for nobody there has an accept left
     * @param missing of how many enterprises more too little is known to tell
     */
    public record Preview(
            int enterprises, int persons, int withoutMembers, int beyondWeChat, int missing, Page<Reached> names) {}

    /**
     * An enterprise in the audience, or one of which too little is known to tell.
     *
     * @param missing what would have to be known; empty for one in the audience
     */
    public record Reached(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            int members,
            boolean beyondWeChat,
            List<String> missing) {}

    /** Which enterprises of an audience are listed. */
    public enum Part {
        /** All that meet it. */
        ALL,
        /** Of these, those no WeChat message would reach now. */
        BEYOND_WECHAT,
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
     * The audience: of a draft as it would be now, of a published policy as it was at publication; of whom too little is
     * known is asked now in either case.
     */
    public Preview audience(Actor actor, PolicyId id, Part part, PageRequest page) {
        var kept = kept(actor, id);
        if (kept == null) return draft(reading.desk(actor, id), part, page);
        var asked = new Asked(kept.regionCode(), regions.under(kept.regionCode()), kept.audience());
        var matched = judge.match(asked.counties(), asked.audience());
        boolean beyond = part == Part.BEYOND_WECHAT;
        Page<Reached> names = part == Part.MISSING
                ? listMissing(asked, matched, page)
                : names(mapper.listKept(id, PolicyNotices.TEMPLATE, beyond, page.afterId(), page.fetch()), page);
        return preview(kept.numbers(), matched, names);
    }

    private Preview draft(ReadingPolicies.Desk policy, Part part, PageRequest page) {
        RegionCode region = policy.card().regionCode();
        var asked = new Asked(region, regions.under(region), policy.audience());
        if (asked.counties().isEmpty()) return new Preview(0, 0, 0, 0, 0, new Page<>(List.of(), null));
        var matched = judge.match(asked.counties(), asked.audience());
        String met = matched == null ? null : PolicyJudge.Matched.joined(matched.met());
        Page<Reached> names = part == Part.MISSING
                ? listMissing(asked, matched, page)
                : list(asked, met, part == Part.BEYOND_WECHAT, page);
        var numbers = mapper.count(
                asked.counties(),
                asked.audience().regions(),
                asked.audience().industries(),
                met,
                PolicyNotices.TEMPLATE);
        return preview(numbers, matched, names);
    }

    /** Whom a policy of this region asks for. */
    private record Asked(RegionCode region, List<RegionCode> counties, Audience audience) {}

    private static Preview preview(
            ReachMapper.Numbers numbers, PolicyJudge.@Nullable Matched matched, Page<Reached> names) {
        int missing = matched == null ? 0 : matched.missing().size();
        return new Preview(
                numbers.enterprises(), numbers.persons(), numbers.withoutMembers(), numbers.beyond(), missing, names);
    }

    private Page<Reached> list(Asked asked, @Nullable String ids, boolean beyond, PageRequest page) {
        var rows = mapper.list(
                asked.counties(),
                asked.audience().regions(),
                asked.audience().industries(),
                ids,
                PolicyNotices.TEMPLATE,
                beyond,
                page.afterId(),
                page.fetch());
        return names(rows, page);
    }

    private Page<Reached> listMissing(Asked asked, PolicyJudge.@Nullable Matched matched, PageRequest page) {
        if (matched == null) return new Page<>(List.of(), null);
        Page<Reached> names = list(asked, PolicyJudge.Matched.joined(matched.missing()), false, page);
        var found = judge.find(
                asked.region(),
                Objects.requireNonNull(asked.audience().condition()),
                names.items().stream().map(Reached::enterprise).toList());
        return names.map(it -> new Reached(
                it.enterprise(),
                it.name(),
                it.unit(),
                it.members(),
                it.beyondWeChat(),
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
        var kept = kept(actor, id);
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

    /** Fixes the audience of a policy that is being published, in the caller's transaction. */
    void keep(PolicyId id, RegionCode region, Audience audience) {
        List<RegionCode> counties = regions.under(region);
        if (counties.isEmpty()) return;
        judge.requireCases(region, audience);
        PolicyJudge.Matched matched = judge.match(counties, audience);
        String met = matched == null ? null : PolicyJudge.Matched.joined(matched.met());
        mapper.keep(id, counties, audience.regions(), audience.industries(), met);
    }

    /** Everyone who is to be told of a published policy. */
    List<PersonId> persons(PolicyId id) {
        return mapper.persons(id);
    }

    /** The occasion under which a policy's publication is told. */
    static String key(PolicyId id) {
        return "policy:" + id;
    }

    private ReachMapper.@Nullable Kept kept(Actor actor, PolicyId id) {
        var own = actor.scope().counties();
        return own.isEmpty() ? null : mapper.countKept(id, own, PolicyNotices.TEMPLATE);
    }

    private static Page<Reached> names(List<ReachMapper.Named> rows, PageRequest page) {
        return Page.of(rows, page.size(), it -> it.enterprise().toString())
                .map(it -> new Reached(it.enterprise(), it.name(), it.unit(), it.members(), it.beyond(), List.of()));
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
