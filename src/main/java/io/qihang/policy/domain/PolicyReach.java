package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
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
    private final AudienceFacts facts;
    private final Campaigns campaigns;
    private final AuditTrail audit;

    PolicyReach(
            ReachMapper mapper,
            ReadingPolicies reading,
            PolicyRegions regions,
            AudienceFacts facts,
            Campaigns campaigns,
            AuditTrail audit) {
        this.mapper = mapper;
        this.reading = reading;
        this.regions = regions;
        this.facts = facts;
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
     */
    public record Preview(int enterprises, int persons, int withoutMembers, int beyondWeChat, Page<Reached> names) {}

    /** An enterprise in the audience. */
    public record Reached(EnterpriseId enterprise, String name, RegionCode unit, int members, boolean beyondWeChat) {}

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
     * The audience: of a draft as it would be now, of a published policy as it was at publication.
     *
     * @param beyond only those whom no WeChat message would reach now
     */
    public Preview audience(Actor actor, PolicyId id, boolean beyond, PageRequest page) {
        var kept = kept(actor, id);
        if (kept != null) {
            var numbers =
                    new ReachMapper.Numbers(kept.enterprises(), kept.persons(), kept.withoutMembers(), kept.beyond());
            return preview(
                    numbers, mapper.listKept(id, PolicyNotices.TEMPLATE, beyond, page.afterId(), page.fetch()), page);
        }
        var policy = reading.desk(actor, id);
        List<RegionCode> counties = regions.under(policy.card().regionCode());
        if (counties.isEmpty()) return new Preview(0, 0, 0, 0, new Page<>(List.of(), null));
        var places = policy.audience().regions();
        var industries = policy.audience().industries();
        String ids = facts.meeting(counties, policy.audience());
        String template = PolicyNotices.TEMPLATE;
        return preview(
                mapper.count(counties, places, industries, ids, template),
                mapper.list(counties, places, industries, ids, template, beyond, page.afterId(), page.fetch()),
                page);
    }

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
        mapper.keep(id, counties, audience.regions(), audience.industries(), facts.meeting(counties, audience));
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

    private static Preview preview(ReachMapper.Numbers numbers, List<ReachMapper.Named> rows, PageRequest page) {
        var names = Page.of(rows, page.size(), it -> it.enterprise().toString())
                .map(it -> new Reached(it.enterprise(), it.name(), it.unit(), it.members(), it.beyond()));
        return new Preview(numbers.enterprises(), numbers.persons(), numbers.withoutMembers(), numbers.beyond(), names);
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
