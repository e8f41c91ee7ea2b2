package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The ladder of lights of running deadlines, as it is kept: which comes next, and which came on. */
@Component
class Lights {

    private final LightMapper mapper;
    private final ClosingSettings settings;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lights(
            LightMapper mapper,
            ClosingSettings settings,
            Deadlines deadlines,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /** A place in the order in which lights come on. */
    record Place(Instant at, UUID ticket, int stepNo) {

        static final Place START = new Place(Instant.EPOCH, new UUID(0, 0), 0);
    }

    /** After every change of a ticket's deadlines. */
    void follow(Ticket ticket) {
        List<Step> running = pressing(ticket);
        if (running.isEmpty()) {
            mapper.rest(ticket.id());
            return;
        }
        RegionCode county = ticket.county();
        List<ClosingSetting.Rung> rungs = settings.of(county).rungs();
        var clocks = deadlines.clocks(county);
        List<LightMapper.Running> lines = running.stream()
                .map(step -> line(step, Ladder.of(step, clocks.apply(step.counted()), rungs)))
                .toList();
        mapper.follow(ticket.id(), county, new LightMapper.Ladders(lines), clock.instant());
    }

    /** The running deadlines; none while the clock stands still, when nobody is pressed. */
    private static List<Step> pressing(Ticket ticket) {
        return ticket.status() == TicketStatus.PAUSED
                ? List.of()
                : ticket.steps().open(ticket.status());
    }

    private static LightMapper.Running line(Step step, Ladder ladder) {
        return new LightMapper.Running(
                step.no(),
                ladder.marks().stream().map(Ladder.Mark::at).toList(),
                ladder.marks().stream().map(Ladder.Mark::light).toList());
    }

    List<RegionCode> counties() {
        return mapper.counties();
    }

    /** Locks the next light that is due, and its ticket. */
    Optional<LightMapper.Due> claim(RegionCode county, Instant now, Place after) {
        return Optional.ofNullable(mapper.claim(county, now, after.at(), after.ticket(), after.stepNo()));
    }

    /**
     * Lets it come on.
     *
     * @return whether it did; not when its deadline no longer runs
     */
    boolean give(LightMapper.Due due, Ticket ticket, Instant now) {
        boolean runs = pressing(ticket).stream().anyMatch(it -> it.no() == due.stepNo());
        if (!runs) {
            follow(ticket);
            return false;
        }
        if (mapper.give(due) == 0) return false;
        Optional<Recipient> to = settings.of(ticket.county()).rungs().stream()
                .filter(it -> it.light() == due.light())
                .map(ClosingSetting.Rung::to)
                .findFirst();
        if (mapper.warn(due, ticket.county(), to.orElse(null), now) == 0) return false;
        to.ifPresent(it -> events.publishEvent(new LightGiven(1, ticket.id(), due.stepNo(), due.light(), it, now)));
        return true;
    }
}
