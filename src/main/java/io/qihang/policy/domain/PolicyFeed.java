package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.notification.UnreadFirst;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** An enterprise's policies, as one of its members sees them and as the desk does. */
@Service
public class PolicyFeed {

    private final PolicyQueryMapper mapper;
    private final PolicyRegions regions;
    private final Enterprises enterprises;
    private final Clock clock;

    PolicyFeed(PolicyQueryMapper mapper, PolicyRegions regions, Enterprises enterprises, Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    /**
     * A policy in the feed.
     *
     * @param addressed whether it was sent to this enterprise
     * @param unread whether it is in force as a publication and the person had not read it when the list was opened
     */
    public record Item(PolicyCard policy, boolean addressed, boolean unread) {}

    /** The policies that were sent to an enterprise within the staff member's scope, the newest first. */
    public Page<PolicyCard> sentTo(Actor staff, EnterpriseId id, PageRequest page) {
        EnterpriseCard enterprise = enterprises.require(id, staff.scope());
        var rows = mapper.sentTo(enterprise.id(), page.afterPosition(), page.fetch());
        return Page.of(
                rows,
                page.size(),
                it -> PageRequest.key(
                        Objects.requireNonNull(it.publishedAt()), it.id().value()));
    }

    /** The policies of the enterprise's county, city and province: unread first, then the newest. */
    public Page<Item> of(EnterpriseId id, PersonId person, PageRequest page) {
        EnterpriseCard enterprise = enterprises.requireOwn(id, person);
        var place = UnreadFirst.of(page.after(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        var rows = mapper.feed(
                regions.holdingIn(enterprise.county()), id, person, place.asOf(), place.last(), page.fetch());
        return Page.of(
                        rows,
                        page.size(),
                        it -> place.next(new UnreadFirst.Row(
                                it.unread(), it.publishedAt(), it.id().value())))
                .map(it -> new Item(it.card(), it.addressed(), it.unread()));
    }
}
