package io.qihang.ticket.domain;

import io.qihang.calendar.ClockVersion;
import io.qihang.calendar.DueDateDifference;
import io.qihang.calendar.LegalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Deadlines counted again after the calendar changed.
 *
 * @param steps all of them, now on the newer calendar
 * @param sentences one for each that moved, or whose date stopped or started being provisional
 */
record Recount(List<Step> steps, List<String> sentences) {

    static Recount of(List<Step> open, int calendar, Function<ClockVersion, LegalClock> clocks) {
        List<Step> steps = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Step step : open) {
            if (step.counted().calendar() >= calendar) continue;
            ClockVersion newer = new ClockVersion(
                    calendar, step.counted().profile(), step.counted().profileVersion());
            var difference = DueDateDifference.between(
                    clocks.apply(step.counted()), clocks.apply(newer), step.profileStep(), step.startedAt());
            steps.add(step.recounted(difference.after(), newer));
            if (difference.moved() || step.provisional() != difference.after().provisional()) {
                sentences.add(difference.sentence());
            }
        }
        return new Recount(List.copyOf(steps), List.copyOf(sentences));
    }
}
