package io.qihang.ticket.domain;

import io.qihang.calendar.LegalClock;
import io.qihang.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When which light of a deadline is due. Counted back from the due time by the share of the step's working time that is
 * left, so that a deadline that is put off takes its lights along.
 */
record Ladder(List<Mark> marks) {

    /** A light and the moment after which it is due. */
    record Mark(Light light, Instant at) {}

    Ladder {
        marks = List.copyOf(marks);
    }

    static Ladder of(Step step, LegalClock clock, List<ClosingSetting.Rung> rungs) {
        if (step.kind() == StepKind.CONFIRM || step.kind() == StepKind.REVIEW) {
            return new Ladder(List.of(new Mark(Light.REMIND, step.dueAt())));
        }
        Duration allowed = clock.timeUsed(step.profileStep(), step.startedAt(), step.startedAt(), List.of())
                .allowed();
        return new Ladder(rungs.stream()
                .map(it -> new Mark(it.light(), momentOf(it.percent(), step, clock, allowed)))
                .toList());
    }

    private static Instant momentOf(int percent, Step step, LegalClock clock, Duration allowed) {
        Duration left = allowed.multipliedBy(100L - percent).dividedBy(100);
        return WorkingTime.before(clock.calendar(), step.dueAt(), left);
    }
}
