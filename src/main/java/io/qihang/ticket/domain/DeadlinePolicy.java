package io.qihang.ticket.domain;

import io.qihang.calendar.CountyClock;
import java.time.Instant;

/**
 * Counts the deadlines of tickets by the profiles in force.
 *
 * @param handling counts 受理, 答复 and 办结
 * @param followUp counts what follows an answer or a suspension
 */
public record DeadlinePolicy(CountyClock handling, CountyClock followUp) {

    Step start(int no, StepKind kind, Instant at) {
        CountyClock clock = kind.profile().equals(StepKind.TICKET) ? handling : followUp;
        return Step.of(no, kind, clock.due(kind.step(), at), clock.version());
    }
}
