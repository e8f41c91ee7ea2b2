package io.qihang.ticket.domain;

import org.jspecify.annotations.Nullable;

/**
 * How many tickets stand in a state.
 *
 * @param stage the stage in the plan's words
 * @param overdue how many of them are past their soonest deadline
 */
public record TicketCount(TicketStatus status, String statusName, String stage, int tickets, int overdue) {

    static TicketCount of(TicketStatus status, TicketQueryMapper.@Nullable CountRow row) {
        return new TicketCount(
                status,
                status.label(),
                status.stage().label(),
                row == null ? 0 : row.tickets(),
                row == null ? 0 : row.overdue());
    }
}
