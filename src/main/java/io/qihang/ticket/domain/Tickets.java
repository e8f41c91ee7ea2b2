package io.qihang.ticket.domain;

import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.ticket.TicketEvent;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Tickets as they are kept: every change is saved with its hop, told to others, and refused when it came too late. */
@Repository
class Tickets {

    private static final int SCHEMA_VERSION = 1;

    private final TicketMapper mapper;
    private final StepMapper steps;
    private final TicketSettings settings;
    private final Lights lights;
    private final RecheckPlan rechecks;
    private final ApplicationEventPublisher events;

    Tickets(
            TicketMapper mapper,
            StepMapper steps,
            TicketSettings settings,
            Lights lights,
            RecheckPlan rechecks,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.steps = steps;
        this.settings = settings;
        this.lights = lights;
        this.rechecks = rechecks;
        this.events = events;
    }

    /** GX-2026-000123: the county's letters, the year, and the next number of that year. */
    String nextNumber(RegionCode county, Instant now) {
        int year = Times.dayOf(now).getYear();
        return "%s-%d-%06d".formatted(settings.of(county).letters(), year, mapper.nextNumber(county, year));
    }

    /** The ticket with all its deadlines. */
    Ticket require(TicketId id) {
        Ticket ticket = mapper.find(id);
        if (ticket == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return withSteps(ticket);
    }

    /** A line of the ticket's history. */
    Hop requireHop(TicketId id, int seq) {
        return Objects.requireNonNull(mapper.hop(id, seq));
    }

    /** The ticket without its deadlines, locked until the transaction ends. */
    Ticket lock(TicketId id) {
        return Optional.ofNullable(mapper.lock(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    void add(Ticket.Raised raised) {
        mapper.insert(raised.ticket());
        record(raised.ticket(), raised.hop());
    }

    void save(Ticket ticket, Hop hop) {
        update(ticket);
        record(ticket, hop);
    }

    /** Saves deadlines that were counted again without a visible change. */
    void saveSilently(Ticket ticket) {
        update(ticket);
        saveSteps(ticket);
        lights.follow(ticket);
    }

    Optional<Ticket> claimOutdated(RegionCode county, int current, UUID after) {
        return claimed(mapper.claimOutdated(county, current, after));
    }

    private Optional<Ticket> claimed(@Nullable Ticket ticket) {
        return Optional.ofNullable(ticket).map(this::withSteps);
    }

    private Ticket withSteps(Ticket ticket) {
        return ticket.withSteps(new Steps(
                steps.of(ticket.id()).stream().map(StepMapper.StepRow::asStep).toList()));
    }

    private void update(Ticket ticket) {
        if (mapper.updateById(ticket) == 0) throw new OptimisticLockingFailureException("stale " + ticket.id());
    }

    private void record(Ticket ticket, Hop hop) {
        boolean counted = saveSteps(ticket);
        mapper.addHop(ticket.county(), hop);
        if (counted || !hop.status().isOpen()) lights.follow(ticket);
        if (!hop.status().isOpen() || hop.action() == TicketAction.REOPEN) rechecks.after(ticket, hop);
        events.publishEvent(new TicketEvent(
                SCHEMA_VERSION,
                ticket.id(),
                ticket.enterprise(),
                ticket.county(),
                hop.seq(),
                hop.action().name(),
                hop.status().name(),
                hop.at()));
    }

    /** Whether there was anything to save. */
    private boolean saveSteps(Ticket ticket) {
        List<Step> changed = ticket.changedSteps();
        if (changed.isEmpty()) return false;
        steps.put(ticket.id(), ticket.county(), changed);
        ticket.withSteps(ticket.steps());
        return true;
    }
}
