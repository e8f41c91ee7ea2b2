package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.Problem;
import io.qihang.storage.FileId;
import io.qihang.storage.UploadPurpose;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 暂停 and 延期: what stops an office's clock, what starts it again, and who gives it longer. */
@Service
public class TicketClock {

    private final Tickets tickets;
    private final TicketAccess access;
    private final ClockSettings settings;
    private final Deadlines deadlines;
    private final TicketFiles files;
    private final AuditTrail audit;
    private final Clock clock;

    TicketClock(
            Tickets tickets,
            TicketAccess access,
            ClockSettings settings,
            Deadlines deadlines,
            TicketFiles files,
            AuditTrail audit,
            Clock clock) {
        this.tickets = tickets;
        this.access = access;
        this.settings = settings;
        this.deadlines = deadlines;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The office waits for something.
     *
     * @param reason code of one of the county's reasons
     * @param note what it waits for
     */
    @Transactional
    public void pause(Actor handler, TicketId id, String reason, String note) {
        Ticket ticket = tickets.require(id);
        By by = access.handler(handler, ticket);
        PauseReason why = settings.requireReason(ticket.county(), reason);
        save("ticket.pause", ticket, ticket.pause(by, why, note, deadlines.clocks(ticket.county()), clock.instant()));
    }

    /** The office, or the one that keeps the 台账, lets the clock go on. */
    @Transactional
    public void endPause(Actor actor, TicketId id, String text) {
        Ticket ticket = tickets.require(id);
        By by = access.handlerOrLedger(actor, ticket);
        save("ticket.end-pause", ticket, ticket.endPause(by, text, deadlines.clocks(ticket.county()), clock.instant()));
    }

    /** A member of the enterprise gives what is waited for, in words or files; the clock goes on. */
    @Transactional
    public void supply(Actor person, TicketId id, @Nullable String text, List<FileId> sent) {
        Ticket ticket = tickets.require(id);
        By by = access.member(person, ticket);
        if (sent.isEmpty() && (text == null || text.isBlank())) throw Problem.of(TicketProblem.TICKET_SUPPLY_EMPTY);
        supply(person, by, ticket, text, sent);
        audit.record("ticket.supply", "ticket", id, TicketAction.SUPPLY.label() + " " + ticket.number());
    }

    /** What is waited for goes to a new hop, and the clock goes on. */
    void supply(Actor person, By by, Ticket ticket, @Nullable String text, List<FileId> sent) {
        String words = text == null ? "企业补充材料 " + sent.size() + " 个。" : text;
        Hop hop = ticket.supply(by, words, deadlines.clocks(ticket.county()), clock.instant());
        tickets.save(ticket, hop);
        files.attach(person, UploadPurpose.TICKET, ticket.county(), hop, sent);
    }

    /** The office asks for the longer time of a complex matter. */
    @Transactional
    public void askExtension(Actor handler, TicketId id, String reason) {
        Ticket ticket = tickets.require(id);
        By by = access.handler(handler, ticket);
        Hop hop = ticket.askExtension(by, reason, deadlines.clocks(ticket.county()), clock.instant());
        save("ticket.ask-extension", ticket, hop);
    }

    /** The office that decides on extensions grants it. */
    @Transactional
    public void extend(Actor officer, TicketId id, @Nullable String words) {
        Ticket ticket = tickets.require(id);
        By by = access.extensionOfficer(officer, ticket);
        String office = settings.extensionOffice(ticket.county());
        Instant now = clock.instant();
        Hop hop = ticket.extend(
                by,
                office,
                access.nameOf(ticket.county(), office),
                words == null ? "" : words,
                deadlines.clocks(ticket.county()),
                now);
        save("ticket.extend", ticket, hop);
    }

    /** The office that decides on extensions refuses it. */
    @Transactional
    public void refuseExtension(Actor officer, TicketId id, String reason) {
        Ticket ticket = tickets.require(id);
        By by = access.extensionOfficer(officer, ticket);
        String office = settings.extensionOffice(ticket.county());
        String name = access.nameOf(ticket.county(), office);
        save("ticket.refuse-extension", ticket, ticket.refuseExtension(by, office, name, reason, clock.instant()));
    }

    private void save(String action, Ticket ticket, Hop hop) {
        tickets.save(ticket, hop);
        audit.record(action, "ticket", ticket.id(), hop.action().label() + " " + ticket.number());
    }
}
