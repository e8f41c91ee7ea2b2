package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
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

/** 主办 and 协办: other offices contribute in their own time; the main office answers when all have. */
@Service
public class TicketAssisting {

    private final Tickets tickets;
    private final TicketAccess access;
    private final Deadlines deadlines;
    private final Offices offices;
    private final TicketFiles files;
    private final AuditTrail audit;
    private final Clock clock;

    TicketAssisting(
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

    /** The main office, or the one that dispatches, asks another office to contribute. */
    @Transactional
    public void ask(Actor actor, TicketId id, String ofOffice, String matter) {
        Ticket ticket = tickets.require(id);
        By by = access.handlerOrLedger(actor, ticket);
        Office office = offices.find(ticket.county(), ofOffice)
                .orElseThrow(() -> Problem.of(TicketProblem.TICKET_OFFICE_UNKNOWN, ofOffice));
        Instant now = clock.instant();
        String text = "请" + office.name() + "协办：" + matter;
        save(
                "ticket.ask-assist",
                ticket,
                ticket.askAssist(by, office.code(), matter, text, deadlines.dispatching(ticket.county(), now), now));
    }

    @Transactional
    public void accept(Actor handler, TicketId id, int no, @Nullable String note) {
        Ticket ticket = tickets.require(id);
        Assist assist = require(ticket, no);
        By by = access.assistant(handler, ticket, assist);
        String text = nameOf(ticket, assist) + (note == null ? "已受理协办。" : "：" + note);
        save("ticket.accept-assist", ticket, ticket.acceptAssist(by, assist, text, clock.instant()));
    }

    /** What the assisting office contributed, with its evidence. */
    @Transactional
    public void finish(Actor handler, TicketId id, int no, String result, String evidence, List<FileId> proofs) {
        Ticket ticket = tickets.require(id);
        Assist assist = require(ticket, no);
        By by = access.assistant(handler, ticket, assist);
        String text = nameOf(ticket, assist) + "：" + result;
        Hop hop = ticket.finishAssist(by, assist, result, text, evidence, clock.instant());
        save("ticket.finish-assist", ticket, hop);
        files.attach(handler, UploadPurpose.EVIDENCE, ticket.county(), hop, proofs);
    }

    /** The contribution is not needed any more. */
    @Transactional
    public void withdraw(Actor actor, TicketId id, int no, String reason) {
        Ticket ticket = tickets.require(id);
        By by = access.handlerOrLedger(actor, ticket);
        Assist assist = require(ticket, no);
        String text = "不再请" + nameOf(ticket, assist) + "协办：" + reason;
        save("ticket.withdraw-assist", ticket, ticket.withdrawAssist(by, assist, reason, text, clock.instant()));
    }

    private static Assist require(Ticket ticket, int no) {
        return ticket.assists().find(no).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    private String nameOf(Ticket ticket, Assist assist) {
        RegionCode county = ticket.county();
        return offices.find(county, assist.office()).map(Office::name).orElse(assist.office());
    }

    private void save(String action, Ticket ticket, Hop hop) {
        tickets.save(ticket, hop);
        audit.record(action, "ticket", ticket.id(), hop.action().label() + " " + ticket.number());
    }
}
