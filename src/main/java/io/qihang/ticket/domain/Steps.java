package io.qihang.ticket.domain;

import io.qihang.calendar.ClockStop;
import io.qihang.calendar.CountyClock;
import io.qihang.calendar.DueDate;
import io.qihang.calendar.LegalClock;
import io.qihang.calendar.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All deadlines a ticket ever had, in order. */
public record Steps(List<Step> all) {

    static final Steps NONE = new Steps(List.of());

    public Steps {
        all = List.copyOf(all);
    }

    /** The deadline of a kind that is in force or was last. */
    public Optional<Step> latest(StepKind kind) {
        return all.stream().filter(it -> it.kind() == kind).reduce((first, second) -> second);
    }

    /** The deadlines that run in a state, soonest first. */
    public List<Step> open(TicketStatus status) {
        return status.running().stream()
                .flatMap(kind -> kind == StepKind.ASSIST ? ofKind(kind) : latest(kind).stream())
                .filter(step -> !step.isMet())
                .sorted(Comparator.comparing(Step::dueAt).thenComparing(Step::no))
                .toList();
    }

    private Stream<Step> ofKind(StepKind kind) {
        return all.stream().filter(it -> it.kind() == kind);
    }

    Steps start(CountyClock clock, Instant at, StepKind kind) {
        List<Step> more = new ArrayList<>(all);
        more.add(Step.of(more.size() + 1, kind, clock.due(kind.step(), at), clock.version()));
        return new Steps(more);
    }

    /** When a deadline is due and why, reckoned from its start and from when its clock stood still. */
    DueDate due(Step step, LegalClock clock, Waits waits) {
        return clock.due(step.profileStep(), step.startedAt(), stops(step, waits, clock.calendar()));
    }

    /** When its clock stood still: never that of an assisting office, which waits for nobody. What began after it was met, or after another took its place, is none of its. */
    List<ClockStop> stops(Step step, Waits waits, WorkCalendar calendar) {
        if (step.kind() == StepKind.ASSIST) return List.of();
        Instant next = all.stream()
                .filter(it -> it.kind() == step.kind() && it.no() > step.no())
                .map(Step::startedAt)
                .findFirst()
                .orElse(Instant.MAX);
        Instant met = step.metAt();
        return waits.stops(met == null || next.isBefore(met) ? next : met, calendar);
    }

    Steps start(DeadlinePolicy policy, Instant at, StepKind... kinds) {
        List<Step> more = new ArrayList<>(all);
        for (StepKind kind : kinds) more.add(policy.start(more.size() + 1, kind, at));
        return new Steps(more);
    }

    /** The latest of the kind is done, unless it already was. */
    Steps meet(StepKind kind, Instant at) {
        return latest(kind)
                .filter(step -> !step.isMet())
                .map(step -> replace(step.met(at)))
                .orElse(this);
    }

    Steps replace(Step step) {
        List<Step> changed = new ArrayList<>(all);
        changed.set(step.no() - 1, step);
        return new Steps(changed);
    }
}
