package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
    private static final Outdated FIRST = new Outdated(0, new UUID(0, 0));

    private static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));

    /** A place in the order in which pauses are looked at. */
    private record Place(Instant check, UUID id) {}

    /** A place in the order in which deadlines are counted again. */
    private record Outdated(int calendar, UUID id) {}

    private final Tickets tickets;
    private final Lights lights;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadlineWatch(Tickets tickets, Lights lights, Deadlines deadlines, TransactionTemplate transaction, Clock clock) {
        this.tickets = tickets;
        this.lights = lights;
        this.deadlines = deadlines;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Lets the lights that are due come on, each once, the soonest first, only while the county's offices work; the
     * last of a ladder is written into the history. A node that is stopped in the middle holds its row until it goes
     * on or its connection is lost, and then one of them gives the light, never both.
     */
    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    public void giveLights() {
        Instant now = clock.instant();
        for (RegionCode county : lights.counties()) {
            if (!deadlines.isWorkingTime(county, now)) continue;
            Lights.Place place = Lights.Place.START;
            while (place != null) place = giveNext(county, now, place);
        }
    }

    /** Ends pauses that lasted as long as they may, and reminds those who are waited for; only while offices work. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    public void attendPauses() {
        Instant now = clock.instant();
        for (RegionCode county : lights.counties()) {
            if (!deadlines.isWorkingTime(county, now)) continue;
            Place place = START;
            while (place != null) place = attendNext(county, now, place);
        }
    }

    private @Nullable Place attendNext(RegionCode county, Instant now, Place after) {
        AtomicReference<@Nullable Place> found = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> tickets.claimPause(county, now, after.check(), after.id())
                    .ifPresent(row -> {
                        found.set(new Place(row.checkAt(), row.ticket().value()));
                        Ticket ticket = tickets.require(row.ticket());
                        ticket.attendPause(deadlines.clocks(county), now).ifPresent(hop -> tickets.save(ticket, hop));
                    }));
        } catch (RuntimeException e) {
            Place failed = found.get();
            if (failed == null) throw e;
            log.error("the pause of ticket {} was not attended to", failed.id(), e);
        }
        return found.get();
    }

    private Lights.@Nullable Place giveNext(RegionCode county, Instant now, Lights.Place after) {
        AtomicReference<Lights.@Nullable Place> found = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(
                    status -> lights.claim(county, now, after).ifPresent(due -> {
                        found.set(new Lights.Place(due.nextAt(), due.ticket().value(), due.stepNo()));
                        Ticket ticket = tickets.require(due.ticket());
                        boolean last = due.light() == Light.SUPERVISE || due.light() == Light.REMIND;
                        if (lights.give(due, ticket, now) && last) {
                            tickets.save(ticket, ticket.escalate(due.stepNo(), now));
                        }
                    }));
        } catch (RuntimeException e) {
            Lights.Place failed = found.get();
            if (failed == null) throw e;
            log.error("the light of ticket {} did not come on", failed.ticket(), e);
        }
        return found.get();
    }

    /** Counts running deadlines again where the calendar has changed since. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 45_000)
    public void recalculateOutdated() {
        for (RegionCode county : lights.counties()) {
            int current = deadlines.version(county);
            Outdated place = FIRST;
            while (place != null) place = recalculateNext(county, current, place);
        }
    }

    private @Nullable Outdated recalculateNext(RegionCode county, int current, Outdated after) {
        AtomicReference<@Nullable Outdated> found = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> tickets.claimOutdated(
                            county, current, after.calendar(), after.id())
                    .ifPresent(ticket -> {
                        found.set(new Outdated(ticket.countedBy(), ticket.id().value()));
                        ticket.recalculate(
                                        current,
                                        deadlines.clocks(county),
                                        deadlines.current(ticket, current),
                                        clock.instant())
                                .ifPresentOrElse(hop -> tickets.save(ticket, hop), () -> tickets.saveSilently(ticket));
                    }));
        } catch (RuntimeException e) {
            Outdated failed = found.get();
            if (failed == null) throw e;
            log.error("deadlines of ticket {} were not counted again", failed.id(), e);
        }
        return found.get();
    }
}
