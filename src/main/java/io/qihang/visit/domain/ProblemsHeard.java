package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.platform.Problem;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketIntake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Problems heard on a visit become tickets, each once however often it is told. */
@Component
class ProblemsHeard {

    private final VisitMapper mapper;
    private final TicketIntake intake;

    ProblemsHeard(VisitMapper mapper, TicketIntake intake) {
        this.mapper = mapper;
        this.intake = intake;
    }

    /** Raises what was not raised before; returns all the visit's tickets, in the order of the problems' ids. */
    List<VisitRows.TicketLine> raise(Actor commissioner, Visit visit, List<VisitReport.Heard> heard, Instant now) {
        Map<UUID, VisitRows.TicketLine> raised = new TreeMap<>();
        mapper.tickets(visit.id()).forEach(it -> raised.put(it.clientId(), it));
        for (VisitReport.Heard problem : heard) {
            if (raised.containsKey(problem.id())) continue;
            visit.requireOpen(now);
            raised.put(problem.id(), raise(commissioner, visit, problem));
        }
        return List.copyOf(raised.values());
    }

    private VisitRows.TicketLine raise(Actor commissioner, Visit visit, VisitReport.Heard problem) {
        TicketId known = problem.ticket();
        if (known != null) return again(visit, problem.id(), known);
        var ticket = intake.onVisit(
                commissioner,
                visit.enterprise(),
                visit.day(),
                problem.category(),
                problem.title(),
                problem.content(),
                "走访日期 " + visit.day(),
                List.of());
        mapper.addTicket(visit.id(), problem.id(), visit.county(), ticket, false);
        return new VisitRows.TicketLine(problem.id(), ticket.id(), ticket.number());
    }

    /** Heard again: the enterprise has a ticket of it already, so no other is made. */
    private VisitRows.TicketLine again(Visit visit, UUID problem, TicketId known) {
        String number = mapper.ticketNumber(known, visit.enterprise());
        if (number == null) throw Problem.of(VisitProblem.VISIT_TICKET_UNKNOWN);
        mapper.addTicket(visit.id(), problem, visit.county(), new RaisedTicket(known, number), true);
        return new VisitRows.TicketLine(problem, known, number);
    }
}
