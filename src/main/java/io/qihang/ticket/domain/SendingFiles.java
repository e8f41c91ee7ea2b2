package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.StoredFiles;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadPurpose;
import io.qihang.storage.UploadRequest;
import io.qihang.storage.Uploads;
import io.qihang.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files about tickets: forms for those who may raise or answer one, what an author sends on afterwards, and links for
 * those who see the ticket. A ticket never waits for a file.
 */
@Service
public class SendingFiles {

    private final Tickets tickets;
    private final TicketAccess access;
    private final TicketReading reading;
    private final TicketFiles attaching;
    private final Enterprises enterprises;
    private final Assignments assignments;
    private final Uploads uploads;
    private final StoredFiles files;
    private final TicketClock clock;
    private final AuditTrail audit;

    SendingFiles(
            Tickets tickets,
            TicketAccess access,
            TicketReading reading,
            TicketFiles attaching,
            Enterprises enterprises,
            Assignments assignments,
            Uploads uploads,
            StoredFiles files,
            TicketClock clock,
            AuditTrail audit) {
        this.tickets = tickets;
        this.access = access;
        this.reading = reading;
        this.attaching = attaching;
        this.enterprises = enterprises;
        this.assignments = assignments;
        this.uploads = uploads;
        this.files = files;
        this.clock = clock;
        this.audit = audit;
    }

    /** A form for a confirmed member of the enterprise. */
    public UploadForm openByMember(Actor person, EnterpriseId enterprise, UploadRequest asked) {
        RegionCode county = enterprises
                .requireOwn(enterprise, new PersonId(person.account()))
                .county();
        return uploads.open(person, county, UploadPurpose.TICKET, asked);
    }

    /** A form for the commissioner who looks after the enterprise today. */
    public UploadForm openInField(Actor commissioner, EnterpriseId enterprise, UploadRequest asked) {
        if (!assignments.isAssigned(commissioner, enterprise)) throw Problem.of(PlatformProblem.NOT_FOUND);
        EnterpriseCard card = enterprises.cards(List.of(enterprise)).get(enterprise);
        RegionCode county = Objects.requireNonNull(card).county();
        return uploads.open(commissioner, county, UploadPurpose.TICKET, asked);
    }

    /** A form for the 台账 office, which enters what came on paper. */
    public UploadForm openByLedger(Actor officer, EnterpriseId enterprise, UploadRequest asked) {
        RegionCode county = enterprises.require(enterprise, officer.scope()).county();
        access.ledger(officer, county);
        return uploads.open(officer, county, UploadPurpose.TICKET, asked);
    }

    /** A form for evidence of the office the ticket is assigned to. */
    public UploadForm openEvidence(Actor handler, TicketId id, UploadRequest asked) {
        Ticket ticket = tickets.require(id);
        access.handler(handler, ticket);
        return uploads.open(handler, ticket.county(), UploadPurpose.EVIDENCE, asked);
    }

    /** The person who raised the ticket sends files on while it is open; what the office waits for goes to it at once. */
    @Transactional
    public void sendOn(Actor person, TicketId id, List<FileId> sent) {
        Ticket ticket = tickets.lock(id);
        By by = access.member(person, ticket);
        if (!ticket.isRaisedBy(person.account())) throw Problem.of(TicketProblem.TICKET_FILES_BY_AUTHOR);
        if (ticket.waitsForEnterprise()) {
            clock.supply(person, by, ticket, null, sent);
            record(ticket, sent);
        } else {
            sendOn(person, by.party(), ticket, sent);
        }
    }

    /** The commissioner who raised the ticket sends files on while it is open. */
    @Transactional
    public void sendOnInField(Actor commissioner, TicketId id, List<FileId> sent) {
        Ticket ticket = tickets.lock(id);
        if (!ticket.isRaisedBy(commissioner.account())) throw Problem.of(PlatformProblem.NOT_FOUND);
        sendOn(commissioner, Party.COMMISSIONER, ticket, sent);
    }

    private void sendOn(Actor author, Party party, Ticket ticket, List<FileId> sent) {
        if (!ticket.status().isOpen()) {
            throw ticket.status().refuse("补交材料");
        }
        attaching.sendOn(author, party, ticket, sent);
        record(ticket, sent);
    }

    private void record(Ticket ticket, List<FileId> sent) {
        audit.record("ticket.send-files", "ticket", ticket.id(), "补交材料 " + sent.size() + " 个，" + ticket.number());
    }

    /** A short link to a file of a ticket of the person's own enterprise. */
    @Transactional
    public FileLink openFile(Actor person, TicketId id, FileId file) {
        TicketScreen shown = reading.track(person, id);
        if (shown.hops().stream().flatMap(it -> it.files().stream()).noneMatch(it -> it.id()
                .equals(file))) {
            throw Problem.of(PlatformProblem.NOT_FOUND);
        }
        return files.link(file, shown.card().id().value());
    }

    /** A short link to a file of a ticket within the staff member's scope. */
    @Transactional
    public FileLink viewFile(Actor staff, TicketId id, FileId file) {
        return files.link(file, reading.show(staff, id).card().id().value());
    }
}
