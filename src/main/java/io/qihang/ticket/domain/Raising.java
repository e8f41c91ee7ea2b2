package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.storage.UploadPurpose;
import io.qihang.ticket.NewTicket;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketOrigin;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
    private final Assignments assignments;
    private final TicketFiles files;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Raising(
            Tickets tickets,
            TicketAccess access,
            TicketSettings settings,
            Deadlines deadlines,
            Enterprises enterprises,
            Assignments assignments,
            TicketFiles files,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.tickets = tickets;
        this.access = access;
        this.settings = settings;
        this.deadlines = deadlines;
        this.enterprises = enterprises;
        this.assignments = assignments;
        this.files = files;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public RaisedTicket byMember(
            Actor person, EnterpriseId enterprise, String category, String title, String content, List<FileId> files) {
        EnterpriseCard card = enterprises.requireOwn(enterprise, new PersonId(person.account()));
        Instant now = clock.instant();
        var asked = new NewTicket(category, title, content, TicketOrigin.ENTERPRISE, null, now, files);
        return raise(person, card, asked, new By(Party.ENTERPRISE, person.account()), now);
    }

    @Transactional
    public RaisedTicket onVisit(
            Actor commissioner,
            EnterpriseId enterprise,
            LocalDate visitedOn,
            String category,
            String title,
            String content,
            @Nullable String note,
            List<FileId> files) {
        EnterpriseCard card = lookedAfter(new StaffId(commissioner.account()), enterprise, visitedOn);
        Instant now = clock.instant();
        var asked = new NewTicket(category, title, content, TicketOrigin.VISIT, note, now, files);
        return raise(commissioner, card, asked, new By(Party.COMMISSIONER, commissioner.account()), now);
    }

    @Transactional
    public RaisedTicket byOffice(Actor officer, EnterpriseId enterprise, NewTicket asked) {
        if (asked.origin() == TicketOrigin.ENTERPRISE) throw Problem.of(TicketProblem.TICKET_ORIGIN_REFUSED);
        EnterpriseCard card = enterprises.require(enterprise, officer.scope());
        return raise(officer, card, asked, access.ledger(officer, card.county()), clock.instant());
    }

    /** One of many that an officer enters at once; the audit has one line for all of them. */
    void entered(Actor officer, EnterpriseCard enterprise, NewTicket asked, By by) {
        open(officer, enterprise, asked, by, clock.instant());
    }

    private RaisedTicket raise(Actor actor, EnterpriseCard enterprise, NewTicket asked, By by, Instant now) {
        RaisedTicket raised = open(actor, enterprise, asked, by, now);
        audit.record(
                "ticket.raise",
                "ticket",
                raised.id(),
                "提出诉求 " + raised.number() + "，来源：" + asked.origin().label());
        return raised;
    }

    private RaisedTicket open(Actor actor, EnterpriseCard enterprise, NewTicket asked, By by, Instant now) {
        RegionCode county = enterprise.county();
        if (!settings.offers(county, asked.category())) {
            throw Problem.of(TicketProblem.TICKET_CATEGORY_UNKNOWN, asked.category());
        }
        DeadlinePolicy policy = deadlines.policy(county, asked.category(), asked.receivedAt());
        TicketId id = new TicketId(ids.next());
        String number = tickets.nextNumber(county, now);
        Ticket.Raised raised = Ticket.raise(id, county, enterprise.id(), number, asked, by, policy, now);
        tickets.add(raised);
        files.attach(actor, UploadPurpose.TICKET, county, raised.hop(), asked.files());
        return new RaisedTicket(id, number);
    }

    private EnterpriseCard lookedAfter(StaffId commissioner, EnterpriseId enterprise, LocalDate day) {
        if (!assignments.isAssigned(commissioner, enterprise, day)) throw Problem.of(PlatformProblem.NOT_FOUND);
        return Objects.requireNonNull(enterprises.cards(List.of(enterprise)).get(enterprise));
    }
}
