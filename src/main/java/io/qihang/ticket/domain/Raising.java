package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.access.Scope;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.NewTicket;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketOrigin;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 问题收集: behind {@link io.qihang.ticket.TicketIntake}. */
@Service
public class Raising {

    private final Tickets tickets;
    private final TicketAccess access;
    private final TicketSettings settings;
    private final Deadlines deadlines;
    private final Enterprises enterprises;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Raising(
            Tickets tickets,
            TicketAccess access,
            TicketSettings settings,
            Deadlines deadlines,
            Enterprises enterprises,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.tickets = tickets;
        this.access = access;
        this.settings = settings;
        this.deadlines = deadlines;
        this.enterprises = enterprises;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public RaisedTicket byMember(Actor person, EnterpriseId enterprise, String category, String title, String content) {
        EnterpriseCard card = enterprises.requireOwn(enterprise, new PersonId(person.account()));
        Instant now = clock.instant();
        var asked = new NewTicket(category, title, content, TicketOrigin.ENTERPRISE, null, now);
        return raise(card, asked, new By(Party.ENTERPRISE, person.account()), now);
    }

    @Transactional
    public RaisedTicket onVisit(
            Actor commissioner,
            EnterpriseId enterprise,
            String category,
            String title,
            String content,
            @Nullable String note) {
        EnterpriseCard card = enterprises.require(enterprise, wholeCounty(commissioner.scope()));
        Instant now = clock.instant();
        var asked = new NewTicket(category, title, content, TicketOrigin.VISIT, note, now);
        return raise(card, asked, new By(Party.COMMISSIONER, commissioner.account()), now);
    }

    @Transactional
    public RaisedTicket byOffice(Actor officer, EnterpriseId enterprise, NewTicket asked) {
        if (asked.origin() == TicketOrigin.ENTERPRISE) throw Problem.of(TicketProblem.TICKET_ORIGIN_REFUSED);
        EnterpriseCard card = enterprises.require(enterprise, officer.scope());
        return raise(card, asked, access.ledger(officer, card.county()), clock.instant());
    }

    private RaisedTicket raise(EnterpriseCard enterprise, NewTicket asked, By by, Instant now) {
        RegionCode county = enterprise.county();
        if (!settings.offers(county, asked.category())) {
            throw Problem.of(TicketProblem.TICKET_CATEGORY_UNKNOWN, asked.category());
        }
        DeadlinePolicy policy = deadlines.policy(county, asked.receivedAt());
        TicketId id = new TicketId(ids.next());
        String number = tickets.nextNumber(county, now);
        tickets.add(Ticket.raise(id, county, enterprise.id(), number, asked, by, policy, now));
        audit.record(
                "ticket.raise",
                "ticket",
                id,
                "提出诉求 " + number + "，来源：" + asked.origin().label());
        return new RaisedTicket(id, number);
    }

    /** Until portfolios are known a commissioner reaches every enterprise of the home county. */
    private static Scope wholeCounty(Scope scope) {
        RegionCode home = scope.home();
        if (home == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return new Scope(scope.account(), home, Set.of(home), Set.of(), Set.of());
    }
}
