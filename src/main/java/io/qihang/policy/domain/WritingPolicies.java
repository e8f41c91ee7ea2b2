package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import io.qihang.policy.PolicyPublished;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bureau does with a policy: draft, revise, publish, replace by a new edition, withdraw. */
@Service
public class WritingPolicies {

    private final Policies policies;
    private final PolicyRegions regions;
    private final PolicyReach reach;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    WritingPolicies(
            Policies policies,
            PolicyRegions regions,
            PolicyReach reach,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.policies = policies;
        this.regions = regions;
        this.reach = reach;
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

    /** Puts another content in place of a draft's. */
    @Transactional
    public void revise(Actor actor, PolicyId id, Content content) {
        Policy policy = require(actor, id);
        requireInside(policy.region(), content.audience());
        policy.revise(content);
        policies.saveContent(policy);
        audit.record("policy.revise", "policy", id, "修改政策草稿");
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

    /** Publishes a draft to its audience of this moment; the edition before it, if any, is replaced. */
    @Transactional
    public void publish(Actor actor, PolicyId id) {
        Policy policy = require(actor, id);
        Instant now = now();
        policy.publish(actor.account(), now);
        policies.currentBeside(policy).ifPresent(before -> {
            before.replaceBy(id, now);
            policies.save(before);
        });
        policies.save(policy);
        reach.keep(id, policy.region(), policy.content().audience());
        audit.record("policy.publish", "policy", id, "发布政策");
        events.publishEvent(new PolicyPublished(id));
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
