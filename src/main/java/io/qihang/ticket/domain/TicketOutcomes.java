package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.storage.FileId;
import io.qihang.storage.UploadPurpose;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 销号 without 已解决: the office proposes 已解释, 联系不上, 不属本级 or 未回应, the 台账 office holds the second key;
 * 企业撤回 needs the enterprise's key alone.
 */
@Service
public class TicketOutcomes {

    private final Tickets tickets;
    private final TicketAccess access;
    private final ProposalMapper proposals;
    private final TicketFiles files;
    private final AuditTrail audit;
    private final Clock clock;

    TicketOutcomes(
            Tickets tickets,
            TicketAccess access,
            ProposalMapper proposals,
            TicketFiles files,
            AuditTrail audit,
            Clock clock) {
        this.tickets = tickets;
        this.access = access;
        this.proposals = proposals;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** The office says how the matter should end, why, and with what evidence. */
    @Transactional
    public void propose(
            Actor handler, TicketId id, TicketOutcome outcome, String reason, String evidence, List<FileId> proofs) {
        Ticket ticket = tickets.require(id);
        By by = access.handler(handler, ticket);
        Hop hop = ticket.proposeOutcome(by, outcome, reason, evidence, clock.instant());
        save("ticket.propose-outcome", ticket, hop);
        proposals.add(id, hop.seq(), ticket.county(), outcome);
        files.attach(handler, UploadPurpose.EVIDENCE, ticket.county(), hop, proofs);
    }

    /** The 台账 office agrees: 销号 with the proposed outcome. */
    @Transactional
    public void confirm(Actor officer, TicketId id, String text) {
        Ticket ticket = tickets.require(id);
        By by = access.ledger(officer, ticket);
        TicketOutcome proposed = Objects.requireNonNullElse(proposals.latest(id), TicketOutcome.UNANSWERED);
        save("ticket.confirm-outcome", ticket, ticket.confirmOutcome(by, proposed, text, clock.instant()));
    }

    /** The 台账 office does not agree; the office works on. */
    @Transactional
    public void refuse(Actor officer, TicketId id, String reason) {
        Ticket ticket = tickets.require(id);
        By by = access.ledger(officer, ticket);
        save("ticket.refuse-outcome", ticket, ticket.refuseOutcome(by, reason, clock.instant()));
    }

    /** The enterprise takes its own ticket back. */
    @Transactional
    public void withdraw(Actor person, TicketId id, String reason) {
        Ticket ticket = tickets.require(id);
        By by = access.member(person, ticket);
        save("ticket.withdraw", ticket, ticket.withdraw(by, reason, clock.instant()));
    }

    private void save(String action, Ticket ticket, Hop hop) {
        tickets.save(ticket, hop);
        audit.record(action, "ticket", ticket.id(), hop.action().label() + " " + ticket.number());
    }
}
