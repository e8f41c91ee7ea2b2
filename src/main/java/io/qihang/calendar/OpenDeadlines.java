package io.qihang.calendar;

import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Deadlines that run, told by the business that keeps them, so that a change of the calendar can show whom it moves
 * before it is made. A business implements it as a bean.
 */
public interface OpenDeadlines {

    /**
     * A running deadline.
     *
     * @param subject what it belongs to, as people call it, such as a ticket's number
     * @param step its step in the profile
     * @param profiles codes of the profiles it may be counted by, the most special first
     * @param stops when its clock stood still, by a calendar: one that still does goes on by its rule
     */
    record OpenDeadline(
            String subject,
            String step,
            List<String> profiles,
            Instant startedAt,
            Function<WorkCalendar, List<ClockStop>> stops) {}

    /** At most {@code limit} of the county's running deadlines that started before {@code until} and are due after {@code from}. */
    List<OpenDeadline> between(RegionCode county, Instant from, Instant until, int limit);
}
