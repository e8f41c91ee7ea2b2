package io.qihang.calendar;

import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;

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
     * @param counted what it was counted by
     */
    record OpenDeadline(String subject, String step, ClockVersion counted, Instant startedAt) {}

    /** At most {@code limit} of the county's running deadlines that started before {@code until} and are due after {@code from}. */
    List<OpenDeadline> between(RegionCode county, Instant from, Instant until, int limit);
}
