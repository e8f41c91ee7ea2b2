package io.qihang.ticket.domain;

import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffDisabled;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What somebody had on the desk goes back to the office when the account is disabled; each ticket once. */
@Component
class LeavingHandlers {

    private final Tickets tickets;
    private final TicketQueryMapper queries;
    private final StaffDirectory staff;
    private final AuditTrail audit;
    private final Clock clock;

    LeavingHandlers(Tickets tickets, TicketQueryMapper queries, StaffDirectory staff, AuditTrail audit, Clock clock) {
        this.tickets = tickets;
        this.queries = queries;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(StaffDisabled event) {
        if (staff.holds(event.staff(), Role.HANDLER, event.county())) return;
        UUID account = event.staff().value();
        for (TicketId id : queries.handledBy(event.county(), account)) {
            Ticket ticket = tickets.lock(id);
            if (!account.equals(ticket.handler()) || !ticket.status().isOpen()) continue;
            tickets.save(ticket, ticket.release(HopTexts.RELEASED, clock.instant()));
            audit.record("ticket.release", "ticket", id, "经办人账号停用，退回本单位待接手 " + ticket.number());
        }
    }
}
