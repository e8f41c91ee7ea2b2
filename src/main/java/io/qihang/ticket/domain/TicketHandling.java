package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.Problem;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.storage.FileId;
import io.qihang.storage.UploadPurpose;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 限时办理: the 台账 office assigns, the assigned office accepts, works and answers. */
@Service
public class TicketHandling {

    private final Tickets tickets;
    private final TicketAccess access;
    private final Deadlines deadlines;
    private final Offices offices;
    private final TicketFiles files;
    private final AuditTrail audit;
    private final Clock clock;

    TicketHandling(
            Tickets tickets,
            TicketAccess access,
            Deadlines deadlines,
            Offices offices,
            TicketFiles files,
            AuditTrail audit,
            Clock clock) {
        this.tickets = tickets;
        this.access = access;
        this.deadlines = deadlines;
        this.offices = offices;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** Assigns the ticket to an office, or to another one. */
    @Transactional
    public void dispatch(Actor officer, TicketId id, String toOffice, @Nullable String note) {
        Ticket ticket = tickets.require(id);
        By by = access.ledger(officer, ticket);
        Office office = offices.find(ticket.county(), toOffice)
                .orElseThrow(() -> Problem.of(TicketProblem.TICKET_OFFICE_UNKNOWN, toOffice));
        String text = "分派给" + office.name() + "办理。" + (note == null ? "" : note);
        save("ticket.dispatch", ticket, ticket.dispatch(by, office.code(), text, now()));
    }

    @Transactional
    public void accept(Actor handler, TicketId id, @Nullable String note) {
        Ticket ticket = tickets.require(id);
        String text = note == null ? "已受理。" : note;
        save("ticket.accept", ticket, ticket.accept(access.handler(handler, ticket), text, now()));
    }

    @Transactional
    public void progress(Actor handler, TicketId id, String text, List<FileId> evidence) {
        Ticket ticket = tickets.require(id);
        Hop hop = ticket.progress(access.handler(handler, ticket), text, now());
        save("ticket.progress", ticket, hop, handler, evidence);
    }

    /** 答复: tells the enterprise how the matter is being dealt with. */
    @Transactional
    public void reply(Actor handler, TicketId id, String text, List<FileId> evidence) {
        Ticket ticket = tickets.require(id);
        Hop hop = ticket.reply(access.handler(handler, ticket), text, now());
        save("ticket.reply", ticket, hop, handler, evidence);
    }

    /** What was done, with its evidence; the enterprise is asked to confirm. */
    @Transactional
    public void answer(Actor handler, TicketId id, String text, String evidence, List<FileId> proofs) {
        Ticket ticket = tickets.require(id);
        By by = access.handler(handler, ticket);
        Instant now = now();
        Hop hop = ticket.answer(by, text, evidence, deadlines.policy(ticket, now), now);
        save("ticket.answer", ticket, hop, handler, proofs);
    }

    /** The enterprise adds to what it said, as long as the ticket is open. */
    @Transactional
    public void supplement(Actor person, TicketId id, String text) {
        Ticket ticket = tickets.require(id);
        save("ticket.supplement", ticket, ticket.supplement(access.member(person, ticket), text, now()));
    }

    private void save(String action, Ticket ticket, Hop hop) {
        tickets.save(ticket, hop);
        audit.record(action, "ticket", ticket.id(), hop.action().label() + " " + ticket.number());
    }

    private void save(String action, Ticket ticket, Hop hop, Actor handler, List<FileId> evidence) {
        save(action, ticket, hop);
        files.attach(handler, UploadPurpose.EVIDENCE, ticket.county(), hop, evidence);
    }

    private Instant now() {
        return clock.instant();
    }
}
