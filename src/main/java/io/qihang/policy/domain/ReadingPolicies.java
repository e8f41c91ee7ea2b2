package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.notification.Campaigns;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading policies: published ones by anyone, drafts by the officers of their region. */
@Service
public class ReadingPolicies {

    private final PolicyQueryMapper mapper;
    private final PolicyRegions regions;
    private final Campaigns campaigns;
    private final Clock clock;

    ReadingPolicies(PolicyQueryMapper mapper, PolicyRegions regions, Campaigns campaigns, Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * A policy with its text.
     *
     * @param parts all of the text, in its order
     */
    public record Reading(PolicyCard card, List<Part> parts) {}

    /**
     * A policy as the desk works on it.
     *
     * @param text what was written, as it is revised
     * @param notes remarks in it that are not the document's
     * @param version rises with every change; who signs names what was read
     */
    public record Desk(
            PolicyCard card, Audience audience, String text, List<Part> notes, Signing signing, int version) {}

    /**
     * Who stands for an edition.
     *
     * @param submittedBy who submitted it to be signed; null when nobody has, or it came with the county's pack
     * @param signedBy who signed and so published it
     * @param returnedBy who wanted it changed, and has not got it back yet
     */
    public record Signing(
            @Nullable StaffId submittedBy,
            @Nullable StaffId signedBy,
            @Nullable StaffId returnedBy,
            @Nullable String returnedReason) {}

    /** What was ever published in the place's county, city and province, the newest first. */
    public Page<PolicyCard> in(RegionCode place, PageRequest page) {
        var after = page.afterPosition();
        var rows = mapper.published(
                regions.holdingIn(place),
                after == null ? null : after.at(),
                after == null ? null : after.id(),
                page.fetch());
        return Page.of(rows, page.size(), ReadingPolicies::key);
    }

    /** A published policy, whatever became of it since. */
    public Reading published(PolicyId id) {
        return new Reading(publishedCard(id), mapper.parts(id));
    }

    /** A published policy without its text. */
    PolicyCard publishedCard(PolicyId id) {
        PolicyCard card = require(id);
        if (card.status() == PolicyStatus.DRAFT) throw Problem.of(PlatformProblem.NOT_FOUND);
        return card;
    }

    /** One clause of a published policy. */
    public Part clause(PolicyId id, String ref) {
        return published(id).parts().stream()
                .filter(it -> it.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** Every published edition of the same policy, the newest first. */
    public List<PolicyCard> editions(PolicyId id) {
        List<PolicyCard> editions = mapper.editions(id);
        if (editions.isEmpty()) throw Problem.of(PlatformProblem.NOT_FOUND);
        return editions;
    }

    /** The policies of the officer's own regions, drafts too, the newest first; {@code awaiting} those to be signed. */
    public Page<PolicyCard> desk(Actor actor, @Nullable PolicyStatus status, boolean awaiting, PageRequest page) {
        if (actor.scope().counties().isEmpty()) return new Page<>(List.of(), null);
        var rows = mapper.desk(actor.scope().counties(), status, awaiting, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString());
    }

    /** A policy of the officer's own region with what is written in it. */
    public Desk desk(Actor actor, PolicyId id) {
        var written = Optional.ofNullable(mapper.written(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        requireWithin(actor, written.card().regionCode());
        List<Part> notes = PolicyText.partsOf(written.source()).stream()
                .filter(it -> it.kind() == Part.Kind.NOTE)
                .toList();
        var signing = new Signing(
                written.submittedBy(), written.publishedBy(), written.returnedBy(), written.returnedReason());
        return new Desk(written.card(), written.audience(), written.source(), notes, signing, written.version());
    }

    /** A policy of the officer's own region as readers will see it. */
    public Reading preview(Actor actor, PolicyId id) {
        return new Reading(own(actor, id), mapper.parts(id));
    }

    PolicyCard own(Actor actor, PolicyId id) {
        PolicyCard card = require(id);
        requireWithin(actor, card.regionCode());
        return card;
    }

    private static void requireWithin(Actor actor, RegionCode region) {
        if (!actor.scope().counties().contains(region)) throw Problem.of(PlatformProblem.NOT_FOUND);
    }

    /** Whom a policy is for. */
    Audience audienceOf(PolicyId id) {
        return Optional.ofNullable(mapper.aimed(id)).orElseThrow().audience();
    }

    /** Refuses a policy of another region, or one not yet published, like a missing one. */
    void requirePublished(Actor actor, PolicyId id) {
        if (own(actor, id).status() == PolicyStatus.DRAFT) throw Problem.of(PlatformProblem.NOT_FOUND);
    }

    /** Notes that the person has read the policy; the first time counts. */
    @Transactional
    public void markRead(Actor actor, PolicyId id) {
        PolicyCard card = publishedCard(id);
        mapper.markRead(id, actor.account(), card.regionCode(), clock.instant());
        campaigns.noteRead(PolicyReach.key(id), new PersonId(actor.account()));
    }

    private PolicyCard require(PolicyId id) {
        return Optional.ofNullable(mapper.find(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    private static String key(PolicyCard card) {
        return PageRequest.key(
                java.util.Objects.requireNonNull(card.publishedAt()), card.id().value());
    }
}
