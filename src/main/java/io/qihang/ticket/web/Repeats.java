package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.qihang.ticket.TicketId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done to a ticket has one effect per key, however often it is sent after a lost answer. */
@Component
class Repeats {

    static final String KEY = "Idempotency-Key";

    private final IdempotentRequests requests;

    Repeats(IdempotentRequests requests) {
        this.requests = requests;
    }

    /** Does it once under the key, which a phone must send. */
    void once(Actor actor, String operation, TicketId ticket, @Nullable String key, Record asked, Runnable work) {
        requests.once(actor.account(), operation + " " + ticket, key, asked, TicketId.class, () -> {
            work.run();
            return ticket;
        });
    }

    /** Does it once under the key; a desk that sends none has it done each time it asks. */
    void atDesk(Actor actor, String operation, TicketId ticket, @Nullable String key, Record asked, Runnable work) {
        if (key == null) work.run();
        else once(actor, operation, ticket, key, asked, work);
    }
}
