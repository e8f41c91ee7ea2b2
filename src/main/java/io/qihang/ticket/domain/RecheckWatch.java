package io.qihang.ticket.domain;

import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.Member;
import io.qihang.notification.Campaigns;
import io.qihang.notification.NewCampaign;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the enterprise when the day of a re-check has come, while offices work. What is due stands in the database;
 * nodes skip each other's locked rows.
 */
@Component
public class RecheckWatch {

    private static final Place FIRST = new Place(LocalDate.EPOCH, new UUID(0, 0));
    private static final String PAGE = "pages/ticket/show?id=";

    private final RecheckMapper mapper;
    private final Tickets tickets;
    private final Deadlines deadlines;
    private final Enterprises enterprises;
    private final Campaigns campaigns;
    private final ContentCheckMapper checks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecheckWatch(
            RecheckMapper mapper,
            Tickets tickets,
            Deadlines deadlines,
            Enterprises enterprises,
            Campaigns campaigns,
            ContentCheckMapper checks,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.deadlines = deadlines;
        this.enterprises = enterprises;
        this.campaigns = campaigns;
        this.checks = checks;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A place in the order in which re-checks are looked at. */
    private record Place(LocalDate on, UUID id) {}

    /** Asks what is due, once. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 50_000)
    public void askDue() {
        Instant now = clock.instant();
        Place place = FIRST;
        while (place != null) place = askNext(place, now);
    }

    private @Nullable Place askNext(Place after, Instant now) {
        AtomicReference<@Nullable Place> found = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            RecheckMapper.Due due = mapper.claim(Times.dayOf(now), after.on(), after.id());
            if (due == null) return;
            found.set(new Place(due.dueOn(), due.ticket().value()));
            if (!deadlines.isWorkingTime(due.regionCode(), now)) return;
            mapper.ask(due.ticket(), due.closedSeq(), due.days(), now);
            events.publishEvent(new RecheckDue(1, due.ticket(), due.closedSeq(), due.days()));
        });
        return found.get();
    }

    @ApplicationModuleListener
    void on(RecheckDue due) {
        Ticket ticket = tickets.require(due.ticket());
        if (ticket.status().isOpen()) return;
        var members = enterprises.confirmedMembers(ticket.enterprise()).stream()
                .map(Member::person)
                .toList();
        if (members.isEmpty()) return;
        String asked = "销号已 " + due.days() + " 天，问题有没有再出现？";
        campaigns.open(
                new NewCampaign(
                        "ticket:" + due.ticket() + ":recheck:" + due.closedSeq() + ":" + due.days(),
                        ticket.county(),
                        "回访：" + (checks.showsTitle(ticket.id()) ? ticket.title() : ticket.number()),
                        ticket.number() + "，" + asked + "请点开回答；又出现的，点一下就重新立项，编号和经过不变。",
                        PAGE + due.ticket(),
                        null,
                        Map.of()),
                members);
    }
}
