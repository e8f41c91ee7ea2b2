package io.qihang.ticket.domain;

import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the 挂账 register.
 *
 * @param level at which level it must be decided, as a person reads it
 * @param reviewOn the day on which it is looked at again
 * @param due whether that day has come
 */
public record SuspensionLine(
        TicketId ticket,
        String number,
        String enterpriseName,
        String title,
        String category,
        @Nullable String office,
        String officeName,
        Instant since,
        String why,
        @Nullable String decider,
        @Nullable String level,
        LocalDate reviewOn,
        boolean due) {}
