package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 持续跟踪 and 销号: the enterprise's word, silence that the 台账 office vouches for, 挂账, and 重新立项. */
@Service
public class TicketClosing {

    private final Tickets tickets;
    private final TicketAccess access;
    private final Deadlines deadlines;
    private final Suspensions suspensions;
    private final AuditTrail audit;
    private final Clock clock;

    TicketClosing(
            Tickets tickets,
            TicketAccess access,
            Deadlines deadlines,
            Suspensions suspensions,
            AuditTrail audit,
            Clock clock) {
        this.tickets = tickets;
        this.access = access;
        this.deadlines = deadlines;
        this.suspensions = suspensions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The enterprise says it is solved: 销号. */
    @Transactional
    public void confirm(Actor person, TicketId id, @Nullable String text) {
        Ticket ticket = tickets.require(id);
        String words = text == null ? "企业确认已解决。" : text;
        save("ticket.confirm", ticket, ticket.confirm(access.member(person, ticket), words, clock.instant()));
    }

    /** The enterprise says it is not solved. */
    @Transactional
    public void reject(Actor person, TicketId id, String reason) {
        Ticket ticket = tickets.require(id);
        save("ticket.reject", ticket, ticket.reject(access.member(person, ticket), reason, clock.instant()));
    }

    /** The 台账 office vouches that the enterprise stayed silent: 销号 as 未回应. */
    @Transactional
    public void closeUnanswered(Actor officer, TicketId id, String text) {
        Ticket ticket = tickets.require(id);
        By by = access.ledger(officer, ticket);
        save("ticket.close-unanswered", ticket, ticket.closeUnanswered(by, text, clock.instant()));
    }

    /** The office asks that what it cannot solve for now is suspended. */
    @Transactional
    public void askSuspension(Actor handler, TicketId id, String reason, SuspensionTerms terms) {
        Ticket ticket = tickets.require(id);
        By by = access.handler(handler, ticket);
        save("ticket.ask-suspension", ticket, ticket.askSuspension(by, reason, clock.instant()));
        suspensions.asked(ticket, reason, terms);
    }

    /** The 台账 office agrees to 挂账, or prolongs it. */
    @Transactional
    public void suspend(Actor officer, TicketId id, String reason, SuspensionTerms terms) {
        Ticket ticket = tickets.require(id);
        By by = access.ledger(officer, ticket);
        Instant now = clock.instant();
        DeadlinePolicy policy = deadlines.policy(ticket, now);
        save("ticket.suspend", ticket, ticket.suspend(by, reason, policy, now));
        suspensions.begun(ticket, reason, terms);
    }

    @Transactional
    public void refuseSuspension(Actor officer, TicketId id, String reason) {
        Ticket ticket = tickets.require(id);
        By by = access.ledger(officer, ticket);
        save("ticket.refuse-suspension", ticket, ticket.refuseSuspension(by, reason, clock.instant()));
    }

    /** A suspended matter can be worked on again. */
    @Transactional
    public void resume(Actor actor, TicketId id, String reason) {
        Ticket ticket = tickets.require(id);
        By by = access.handlerOrLedger(actor, ticket);
        Instant now = clock.instant();
        DeadlinePolicy policy = deadlines.policy(ticket, now);
        save("ticket.resume", ticket, ticket.resume(by, reason, policy, now));
    }

    /** 重新立项 by the enterprise. */
    @Transactional
    public void reopenByMember(Actor person, TicketId id, String reason) {
        Ticket ticket = tickets.require(id);
        reopen(ticket, access.member(person, ticket), reason);
    }

    /** 重新立项 by the 台账 office. */
    @Transactional
    public void reopenByLedger(Actor officer, TicketId id, String reason) {
        Ticket ticket = tickets.require(id);
        reopen(ticket, access.ledger(officer, ticket), reason);
    }

    private void reopen(Ticket ticket, By by, String reason) {
        Instant now = clock.instant();
        DeadlinePolicy policy = deadlines.policy(ticket, now);
        save("ticket.reopen", ticket, ticket.reopen(by, reason, policy, now));
    }

    private void save(String action, Ticket ticket, Hop hop) {
        tickets.save(ticket, hop);
        audit.record(action, "ticket", ticket.id(), hop.action().label() + " " + ticket.number());
    }
}
