package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.notification.Campaigns;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import io.qihang.policy.PolicyPublished;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bureau does with a policy: draft, revise, publish, replace by a new edition, withdraw. */
@Service
public class WritingPolicies {

    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private final Policies policies;
    private final PolicyRegions regions;
    private final PolicyAudience audience;
    private final Campaigns campaigns;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    WritingPolicies(
            Policies policies,
            PolicyRegions regions,
            PolicyAudience audience,
            Campaigns campaigns,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.policies = policies;
        this.regions = regions;
        this.audience = audience;
        this.campaigns = campaigns;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new policy of the officer's own region, as a draft. */
    @Transactional
    public PolicyId draft(Actor actor, RegionCode region, Content content) {
        requireWithin(actor, region);
        requireInside(region, content.audience());
        PolicyId id = new PolicyId(ids.next());
        policies.add(Policy.draft(id, region, content, null, now()));
        audit.record("policy.draft", "policy", id, "起草政策");
        return id;
    }

    /**
     * Puts another content in place of a draft's. What stands there already is kept as it is: the answer to the first
     * sending may have been lost.
     *
     * @param seenVersion what the writer started from
     * @return the draft's version now
     * @throws Problem {@code DRAFT_CHANGED}, {@code NOT_A_DRAFT}
     */
    @Transactional
    public int revise(Actor actor, PolicyId id, int seenVersion, Content content) {
        Policy policy = require(actor, id);
        requireInside(policy.region(), content.audience());
        if (seenVersion == policy.version() || !policy.isDraftOf(content)) {
            policy.revise(content, seenVersion);
            policies.saveContent(policy);
        }
        audit.record("policy.revise", "policy", id, "修改政策草稿");
        return policy.version();
    }

    /** A draft of the next edition, with the words of the published one to start from. */
    @Transactional
    public PolicyId draftReplacement(Actor actor, PolicyId id) {
        Policy policy = require(actor, id);
        if (policies.hasDraftBeside(policy)) throw Problem.of(PolicyProblem.REPLACEMENT_EXISTS);
        PolicyId next = new PolicyId(ids.next());
        policies.add(policy.next(next, policy.content(), now()));
        audit.record("policy.draft-replacement", "policy", next, "起草替代版本，原版本 " + id);
        return next;
    }

    /**
     * Hands a draft to another person to sign; the cases kept with its condition must come out right.
     *
     * @throws Problem {@code CASE_FAILED}, {@code NOT_A_DRAFT}, {@code SUBMITTED_BEFORE}
     */
    @Transactional
    public void submit(Actor actor, PolicyId id) {
        Policy policy = require(actor, id);
        policy.submit(actor.account(), now());
        audience.requireCases(policy.region(), policy.content().audience());
        policies.save(policy);
        audit.record("policy.submit", "policy", id, "提交签发");
    }

    /** Returns a submitted draft with the reason; by anyone who may sign, the submitter too. */
    @Transactional
    public void giveBack(Actor actor, PolicyId id, String reason) {
        Policy policy = require(actor, id);
        policy.giveBack(actor.account(), reason);
        policies.save(policy);
        audit.record("policy.return", "policy", id, "退回修改：" + reason);
    }

    /**
     * Signs a submitted draft and so publishes it to its audience of this moment; the edition before it, if any, is
     * replaced.
     *
     * @param seenVersion what the signer read
     * @throws Problem {@code NOT_SUBMITTED}, {@code SECOND_PERSON}, {@code CHANGED_MEANWHILE}, {@code CASE_FAILED}
     */
    @Transactional
    public void publish(Actor actor, PolicyId id, int seenVersion) {
        Policy policy = require(actor, id);
        Instant now = now();
        policy.publish(actor.account(), seenVersion, now);
        if (policy.content().particulars().statutoryBasis() != null) requireStatutoryLeft(policy.region(), now);
        policies.currentBeside(policy).ifPresent(before -> {
            before.replaceBy(id, now);
            policies.save(before);
        });
        policies.save(policy);
        audience.keep(policy);
        audit.record("policy.publish", "policy", id, "签发政策");
        events.publishEvent(new PolicyPublished(id));
    }

    /** Nobody can mute statutory notices, so there are few of them; two signers at once count one after the other. */
    private void requireStatutoryLeft(RegionCode region, Instant now) {
        policies.lockStatutory(region);
        Statutory known = statutory(region, now);
        if (known.most() != null && known.used() >= known.most()) {
            throw Problem.of(PolicyProblem.STATUTORY_FULL, known.used(), known.most());
        }
    }

    /**
     * How many statutory notices a region has published in the last thirty days.
     *
     * @param most how many it may at most; null for no limit
     */
    public record Statutory(int used, @Nullable Integer most) {}

    /** The officer's own region's. */
    public Statutory statutory(Actor actor, RegionCode region) {
        requireWithin(actor, region);
        return statutory(region, now());
    }

    private Statutory statutory(RegionCode region, Instant now) {
        var most = campaigns.statutoryMost(region);
        return new Statutory(
                policies.statutorySince(region, now.minus(THIRTY_DAYS)), most.isEmpty() ? null : most.getAsInt());
    }

    /** Takes a published policy back; it stays readable, with the reason beside it. */
    @Transactional
    public void withdraw(Actor actor, PolicyId id, String reason) {
        Policy policy = require(actor, id);
        policy.withdraw(reason, now());
        policies.save(policy);
        audit.record("policy.withdraw", "policy", id, "撤回政策：" + reason);
    }

    private Policy require(Actor actor, PolicyId id) {
        Policy policy = policies.require(id);
        requireWithin(actor, policy.region());
        return policy;
    }

    /** Another region's policies answer like missing ones. */
    private static void requireWithin(Actor actor, RegionCode region) {
        if (!actor.scope().counties().contains(region)) throw Problem.of(PlatformProblem.NOT_FOUND);
    }

    private void requireInside(RegionCode region, Audience audience) {
        audience.regions().stream()
                .filter(it -> !regions.liesIn(it, region))
                .findFirst()
                .ifPresent(it -> {
                    throw Problem.of(PolicyProblem.AUDIENCE_OUTSIDE, it);
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
