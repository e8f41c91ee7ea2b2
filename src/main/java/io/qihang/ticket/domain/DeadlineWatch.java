package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for deadlines that have passed and for those counted by an older calendar. What is due stands in the database,
 * so an outage or a restart loses nothing; nodes share the work by skipping each other's locked rows, and each ticket
 * is dealt with in a transaction of its own.
 */
@Component
public class DeadlineWatch {

    private static final Logger log = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));

    private final Tickets tickets;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadlineWatch(Tickets tickets, Deadlines deadlines, TransactionTemplate transaction, Clock clock) {
        this.tickets = tickets;
        this.deadlines = deadlines;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A place in the order in which tickets are looked at. */
    private record Place(Instant due, UUID id) {}

    /** Escalates what is overdue, once per deadline, the soonest first; only while the county's offices work. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    public void escalateOverdue() {
        Instant now = clock.instant();
        for (RegionCode county : tickets.countiesWithOverdue(now)) {
            if (!deadlines.isWorkingTime(county, now)) continue;
            walk(
                    after -> tickets.claimOverdue(county, now, after.due(), after.id()),
                    ticket -> new Place(ticket.escalationDue(), ticket.id().value()),
                    ticket -> ticket.escalate(now).ifPresent(hop -> tickets.save(ticket, hop)));
        }
    }

    /** Ends pauses that lasted as long as they may, and reminds those who are waited for; only while offices work. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    public void attendPauses() {
        Instant now = clock.instant();
        for (RegionCode county : tickets.countiesWithPausesDue(now)) {
            if (!deadlines.isWorkingTime(county, now)) continue;
            walk(
                    after -> tickets.claimPause(county, now, after.due(), after.id()),
                    row -> new Place(row.checkAt(), row.ticket().value()),
                    row -> {
                        Ticket ticket = tickets.require(row.ticket());
                        ticket.attendPause(deadlines.clocks(county), now).ifPresent(hop -> tickets.save(ticket, hop));
                    });
        }
    }

    /** Counts running deadlines again where the calendar has changed since. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 45_000)
    public void recalculateOutdated() {
        for (RegionCode county : tickets.countiesWithDeadlines()) {
            int current = deadlines.version(county);
            walk(
                    after -> tickets.claimOutdated(county, current, after.id()),
                    ticket -> new Place(Instant.EPOCH, ticket.id().value()),
                    ticket -> ticket.recalculate(
                                    current,
                                    deadlines.clocks(county),
                                    deadlines.current(ticket, current),
                                    clock.instant())
                            .ifPresentOrElse(hop -> tickets.save(ticket, hop), () -> tickets.saveSilently(ticket)));
        }
    }

    /** Goes from ticket to ticket in their order; one that fails is logged and passed by until the next sweep. */
    private <T> void walk(Function<Place, Optional<T>> claim, Function<T, Place> placeOf, Consumer<T> work) {
        Place place = START;
        while (place != null) {
            place = next(place, claim, placeOf, work);
        }
    }

    private <T> @Nullable Place next(
            Place after, Function<Place, Optional<T>> claim, Function<T, Place> placeOf, Consumer<T> work) {
        AtomicReference<@Nullable Place> found = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> claim.apply(after).ifPresent(ticket -> {
                found.set(placeOf.apply(ticket));
                work.accept(ticket);
            }));
        } catch (RuntimeException e) {
            Place failed = found.get();
            if (failed == null) throw e;
            log.error("deadlines of ticket {} were not dealt with", failed.id(), e);
        }
        return found.get();
    }
}
