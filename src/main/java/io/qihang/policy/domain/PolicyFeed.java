package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.calendar.Calendars;
import io.qihang.calendar.WorkCalendar;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.notification.UnreadFirst;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** An enterprise's policies, as one of its members sees them and as the desk does. */
@Service
public class PolicyFeed {

    private final PolicyQueryMapper mapper;
    private final PolicyRegions regions;
    private final Enterprises enterprises;
    private final Calendars calendars;
    private final Clock clock;

    PolicyFeed(
            PolicyQueryMapper mapper,
            PolicyRegions regions,
            Enterprises enterprises,
            Calendars calendars,
            Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.enterprises = enterprises;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A policy in the feed.
     *
     * @param addressed whether it was sent to this enterprise
     * @param unread whether it is in force as a publication and the person had not read it when the list was opened
     */
    public record Item(PolicyCard policy, boolean addressed, boolean unread) {}

    /** At most so many of the policies sent last are looked through for days on which one may apply. */
    static final int LOOKED_THROUGH = 200;

    /**
     * When the enterprise may apply for a policy that was sent to it.
     *
     * @param workingDaysToOpen working days until it opens, today not counted; null when it is open
     * @param workingDaysLeft working days until it closes, today not counted; null before it opens or when it never closes
     */
    public record Opening(
            PolicyCard policy,
            Particulars.Span span,
            @Nullable Integer workingDaysToOpen,
            @Nullable Integer workingDaysLeft) {}

    /** When the member's enterprise may apply for what was sent to it: what closes first comes first. */
    public List<Opening> openings(EnterpriseId id, PersonId person) {
        EnterpriseCard enterprise = enterprises.requireOwn(id, person);
        LocalDate today = Times.dayOf(clock.instant());
        WorkCalendar calendar = calendars.of(enterprise.county());
        return mapper.sentTo(id, null, LOOKED_THROUGH).stream()
                .filter(it -> it.status() == PolicyStatus.PUBLISHED)
                .flatMap(it -> it.particulars().span(today).stream().map(span -> opening(it, span, today, calendar)))
                .sorted(Comparator.comparing(it -> it.span().until(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Opening opening(PolicyCard policy, Particulars.Span span, LocalDate today, WorkCalendar calendar) {
        LocalDate from = span.from();
        LocalDate until = span.until();
        boolean later = from != null && from.isAfter(today);
        return new Opening(
                policy,
                span,
                later ? calendar.workingDaysBetween(today, Objects.requireNonNull(from)) : null,
                later || until == null || span.expected() ? null : calendar.workingDaysBetween(today, until));
    }

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
                                it.unread(),
                                Objects.requireNonNull(it.card().publishedAt()),
                                it.card().id().value())))
                .map(it -> new Item(it.card(), it.addressed(), it.unread()));
    }
}
