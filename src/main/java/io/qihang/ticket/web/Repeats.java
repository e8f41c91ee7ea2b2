package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.qihang.ticket.TicketId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is asked for has one effect per key, however often it is sent after a lost answer. */
@Component
class Repeats {

    static final String KEY = "Idempotency-Key";

    private final IdempotentRequests requests;

    Repeats(IdempotentRequests requests) {
        this.requests = requests;
    }

    /** Does it once under the key, which a phone must send, and gives its repetitions the first answer. */
    <T> T once(Actor actor, String operation, @Nullable String key, Record asked, Class<T> answer, Supplier<T> work) {
        return requests.once(actor.account(), operation, key, asked, answer, work);
    }

    /** Does it once under the key; a desk that sends none has it done each time it asks. */
    <T> T atDesk(Actor actor, String operation, @Nullable String key, Record asked, Class<T> answer, Supplier<T> work) {
        return key == null ? work.get() : once(actor, operation, key, asked, answer, work);
    }

    /** Does something to a ticket once under the key, which a phone must send. */
    void once(Actor actor, String operation, TicketId ticket, @Nullable String key, Record asked, Runnable work) {
        once(actor, operation + " " + ticket, key, asked, TicketId.class, () -> {
            work.run();
            return ticket;
        });
    }

    /** Does something to a ticket once under the key; a desk that sends none has it done each time it asks. */
    void atDesk(Actor actor, String operation, TicketId ticket, @Nullable String key, Record asked, Runnable work) {
        if (key == null) work.run();
        else once(actor, operation, ticket, key, asked, work);
    }
}
