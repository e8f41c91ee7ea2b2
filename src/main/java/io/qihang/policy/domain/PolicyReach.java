package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.PersonId;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.CampaignRecipient;
import io.qihang.notification.Campaigns;
import io.qihang.notification.RecipientState;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a published policy has reached: the numbers and the names behind them. */
@Service
public class PolicyReach {

    private final ReachMapper mapper;
    private final ReadingPolicies reading;
    private final Campaigns campaigns;
    private final AuditTrail audit;

    PolicyReach(ReachMapper mapper, ReadingPolicies reading, Campaigns campaigns, AuditTrail audit) {
        this.mapper = mapper;
        this.reading = reading;
        this.campaigns = campaigns;
        this.audit = audit;
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

    /** Everyone who is to be told of a published policy. */
    List<PersonId> persons(PolicyId id) {
        return mapper.persons(id);
    }

    /** The occasion under which a policy's publication is told. */
    static String key(PolicyId id) {
        return "policy:" + id;
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
