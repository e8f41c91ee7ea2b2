package io.qihang.ticket.domain;

import io.qihang.platform.Ids;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Tickets as they are kept: every change is saved with its hop, told to others, and refused when it came too late. */
@Repository
class Tickets {

    private static final int SCHEMA_VERSION = 1;

    private final TicketMapper mapper;
    private final StepMapper steps;
    private final AssistMapper assists;
    private final WaitMapper waits;
    private final Deadlines deadlines;
    private final TicketSettings settings;
    private final Lights lights;
    private final RecheckPlan rechecks;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    Tickets(
            TicketMapper mapper,
            StepMapper steps,
            AssistMapper assists,
            WaitMapper waits,
            Deadlines deadlines,
            TicketSettings settings,
            Lights lights,
            RecheckPlan rechecks,
            Ids ids,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.steps = steps;
        this.assists = assists;
        this.waits = waits;
        this.deadlines = deadlines;
        this.settings = settings;
        this.lights = lights;
        this.rechecks = rechecks;
        this.ids = ids;
        this.events = events;
    }

    /** GX-2026-000123: the county's letters, the year, and the next number of that year. */
    String nextNumber(RegionCode county, Instant now) {
        int year = Times.dayOf(now).getYear();
        return "%s-%d-%06d".formatted(settings.of(county).letters(), year, mapper.nextNumber(county, year));
    }

    /** The ticket with all its deadlines. */
    Ticket require(TicketId id) {
        return Optional.ofNullable(mapper.find(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** A line of the ticket's history, with the name of its enterprise. */
    TicketMapper.NamedHop requireHop(TicketId id, int seq) {
        return Objects.requireNonNull(mapper.hop(id, seq));
    }

    /** The ticket, locked until the transaction ends. */
    Ticket lock(TicketId id) {
        return Optional.ofNullable(mapper.lock(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    void add(Ticket.Raised raised) {
        Ticket ticket = raised.ticket();
        var steps = TicketRecord.StepLines.of(ticket.changedSteps());
        mapper.raise(ticket.id(), ticket.county(), ticket, steps, raised.hop(), new ContentCheckId(ids.next()));
        ticket.stepsAreSaved();
        lights.follow(ticket);
        tell(ticket, raised.hop());
    }

    /**
     * Saves a ticket with what was done.
     *
     * @throws Problem when somebody else changed it meanwhile, with what is allowed now
     */
    void save(Ticket ticket, Hop hop) {
        if (mapper.updateById(ticket) == 0) throw tooLate(ticket.id(), hop.action());
        record(ticket, hop);
    }

    /** Saves deadlines that were counted again without a visible change. */
    void saveSilently(Ticket ticket) {
        if (mapper.updateById(ticket) == 0) throw new OptimisticLockingFailureException("stale " + ticket.id());
        saveSteps(ticket);
        lights.follow(ticket);
    }

    Optional<Ticket> claimOutdated(RegionCode county, int current, int afterVersion, UUID afterId) {
        return Optional.ofNullable(mapper.claimOutdated(county, current, afterVersion, afterId));
    }

    Optional<WaitMapper.CheckRow> claimPause(RegionCode county, Instant now, Instant afterCheck, UUID afterId) {
        return Optional.ofNullable(waits.claimPause(county, now, afterCheck, afterId));
    }

    /** What whoever was first has committed is seen by now. */
    private Problem tooLate(TicketId id, TicketAction action) {
        TicketStatus status = mapper.status(id);
        return status.after(action).isEmpty()
                ? status.refuse(action.label())
                : Problem.of(PlatformProblem.CHANGED_MEANWHILE).offering(status.choices());
    }

    private void record(Ticket ticket, Hop hop) {
        boolean counted = saveSteps(ticket);
        mapper.addHop(ticket.county(), hop, new ContentCheckId(ids.next()));
        ticket.changedAssists().forEach(it -> assists.put(ticket.id(), ticket.county(), it));
        ticket.assistsAreSaved();
        if (counted || !hop.status().isOpen() || hop.action().stopsOrStartsTheClock()) lights.follow(ticket);
        if (!hop.status().isOpen() || hop.action() == TicketAction.REOPEN) rechecks.after(ticket, hop);
        tell(ticket, hop);
    }

    private void tell(Ticket ticket, Hop hop) {
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
        saveWaits(ticket, !changed.isEmpty());
        if (changed.isEmpty()) return false;
        steps.put(ticket.id(), ticket.county(), TicketRecord.StepLines.of(changed));
        ticket.stepsAreSaved();
        return true;
    }

    /** A pause that runs is looked at on a day that the calendar tells, so it is kept anew when deadlines are. */
    private void saveWaits(Ticket ticket, boolean recounted) {
        Waits changed = ticket.changedWaits();
        for (Pause it : changed.pauses()) putPause(ticket, it);
        for (Extension it : changed.extensions()) waits.putExtension(ticket.id(), ticket.county(), it);
        if (recounted) {
            ticket.waits()
                    .running()
                    .filter(it -> !changed.pauses().contains(it))
                    .ifPresent(it -> putPause(ticket, it));
        }
        ticket.waitsAreSaved();
    }

    private void putPause(Ticket ticket, Pause pause) {
        Instant check = pause.isRunning() ? pause.checkAt(deadlines.calendar(ticket)) : null;
        waits.putPause(ticket.id(), ticket.county(), pause, check);
    }
}
