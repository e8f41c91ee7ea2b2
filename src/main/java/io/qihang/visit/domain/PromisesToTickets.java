package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.Assignments;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketIntake;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A promise that others have to keep becomes a ticket, once; it stays a promise until its outcome is known. */
@Service
public class PromisesToTickets {

    private final Promises promises;
    private final TicketIntake intake;
    private final Assignments assignments;
    private final Clock clock;

    PromisesToTickets(Promises promises, TicketIntake intake, Assignments assignments, Clock clock) {
        this.promises = promises;
        this.intake = intake;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** Raises the ticket; its clock starts now. */
    @Transactional
    public RaisedTicket raise(Actor commissioner, PromiseId id, String category, String title, String content) {
        Promise promise = promises.lock(id);
        if (!assignments.isAssigned(commissioner, promise.enterprise())) throw Problem.of(PlatformProblem.NOT_FOUND);
        promise.requireNoTicket();
        RaisedTicket ticket = intake.onVisit(
                commissioner,
                promise.enterprise(),
                Times.dayOf(clock.instant()),
                category,
                title,
                content,
                "承诺转诉求：" + promise.what(),
                List.of());
        promise.become(ticket);
        promises.save(promise);
        return ticket;
    }
}
