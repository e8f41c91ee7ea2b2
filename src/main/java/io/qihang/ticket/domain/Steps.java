package io.qihang.ticket.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
                .flatMap(kind -> latest(kind).stream())
                .filter(step -> !step.isMet())
                .sorted(Comparator.comparing(Step::dueAt).thenComparing(Step::no))
                .toList();
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
