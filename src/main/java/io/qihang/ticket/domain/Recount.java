package io.qihang.ticket.domain;

import io.qihang.calendar.ClockVersion;
import io.qihang.calendar.CountyClock;
import io.qihang.calendar.DueDateDifference;
import io.qihang.calendar.LegalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Deadlines counted again after the calendar or the profile changed; the pauses so far stay as they were.
 *
 * @param steps all of them, now on the newer calendar and the profile in force by it
 * @param sentences one for each that moved, or whose date stopped or started being provisional
 * @param byProfile whether one is counted by another profile now
 */
record Recount(List<Step> steps, List<String> sentences, boolean byProfile) {

    static Recount of(
            Steps steps,
            TicketStatus status,
            Waits waits,
            int calendar,
            Function<ClockVersion, LegalClock> clocks,
            Function<Step, CountyClock> current) {
        List<Step> recounted = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        boolean byProfile = false;
        for (Step step : steps.open(status)) {
            if (step.counted().calendar() >= calendar) continue;
            LegalClock old = clocks.apply(step.counted());
            CountyClock newer = current.apply(step);
            LegalClock now = newer.clock();
            var difference = DueDateDifference.between(
                    old,
                    now,
                    step.profileStep(),
                    step.startedAt(),
                    steps.stops(step, waits, old.calendar()),
                    steps.stops(step, waits, now.calendar()));
            recounted.add(step.recounted(difference.after(), newer.version()));
            byProfile |= !old.profile().equals(now.profile());
            if (difference.moved() || step.provisional() != difference.after().provisional()) {
                sentences.add(difference.sentence());
            }
        }
        return new Recount(List.copyOf(recounted), List.copyOf(sentences), byProfile);
    }

    /** What is written into the history. */
    String text() {
        return (byProfile ? "时限方案有变化，" : "工作日历有变化，") + String.join("", sentences);
    }
}
