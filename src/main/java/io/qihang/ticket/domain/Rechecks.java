package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Problem;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 持续跟踪 after 销号: what the enterprise, or on its behalf the 台账 office on the telephone, says when it is asked
 * whether the matter is still solved. 又出现了 is a 重新立项.
 */
@Service
public class Rechecks {

    private final RecheckMapper mapper;
    private final Tickets tickets;
    private final TicketAccess access;
    private final Deadlines deadlines;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    Rechecks(
            RecheckMapper mapper,
            Tickets tickets,
            TicketAccess access,
            Deadlines deadlines,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.access = access;
        this.deadlines = deadlines;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A closed ticket of which it is not known yet whether it is still solved.
     *
     * @param days how long after 销号 it was asked
     */
    public record WaitingRecheck(
            TicketId ticket,
            String number,
            String title,
            EnterpriseId enterprise,
            String enterpriseName,
            String officeName,
            @Nullable Instant closedAt,
            int days,
            LocalDate dueOn,
            Instant askedAt) {}

    /** The enterprise answers. */
    @Transactional
    public void answerByMember(Actor person, TicketId id, boolean solved, @Nullable String note) {
        Ticket ticket = tickets.require(id);
        answer(ticket, access.member(person, ticket), solved, note, false);
    }

    /** The 台账 office writes down what the enterprise said on the telephone. */
    @Transactional
    public void answerByLedger(Actor officer, TicketId id, boolean solved, @Nullable String note) {
        Ticket ticket = tickets.require(id);
        answer(ticket, access.ledger(officer, ticket), solved, note, true);
    }

    private void answer(Ticket ticket, By by, boolean solved, @Nullable String note, boolean byOffice) {
        RecheckMapper.Due asked = mapper.asked(ticket.id());
        if (asked == null) throw Problem.of(TicketProblem.TICKET_RECHECK_NONE);
        Instant now = clock.instant();
        mapper.answer(ticket.id(), asked, solved, note, byOffice, now);
        if (!solved) {
            String reason = "销号 " + asked.days() + " 天后回访，企业反映又出现了。" + (note == null ? "" : note);
            DeadlinePolicy policy = deadlines.policy(ticket, now);
            tickets.save(ticket, ticket.reopen(by, reason, policy, now));
        }
        audit.record(
                "ticket.answer-recheck", "ticket", ticket.id(), ticket.number() + (solved ? " 没有再出现" : " 又出现了，重新立项"));
    }

    /** What is asked and not answered in the officer's counties, the longest waiting first. */
    public Page<WaitingRecheck> waiting(Actor officer, PageRequest page) {
        var rows = mapper.waiting(officer.scope(), page.afterPosition(), page.fetch());
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(it.askedAt(), it.ticket().value()))
                .map(this::line);
    }

    private WaitingRecheck line(RecheckMapper.Row row) {
        @Nullable String office = row.office();
        return new WaitingRecheck(
                row.ticket(),
                row.number(),
                row.title(),
                row.enterpriseId(),
                row.enterpriseName(),
                office == null
                        ? ""
                        : offices.find(row.regionCode(), office)
                                .map(Office::name)
                                .orElse(office),
                row.closedAt(),
                row.days(),
                row.dueOn(),
                row.askedAt());
    }
}
