package io.qihang.ticket.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a list of tickets is limited to; every part may be left out.
 *
 * @param open true for 未销号, false for 已销号
 * @param overdue a deadline that is running and has passed
 * @param category code of a category
 * @param office code of the office it is assigned to
 * @param order in which order; by default the newest first
 */
public record TicketSearch(
        @Nullable TicketStatus status,
        @Nullable Boolean open,
        @Nullable StepKind overdue,
        @Nullable String category,
        @Nullable String office,
        @Nullable Order order) {

    /** How a list is ordered. */
    public enum Order {
        /** The newest first. */
        CREATED,
        /** What is due soonest first; only tickets with a running deadline. */
        DUE
    }

    /** Whether the list is ordered by due time. */
    public boolean byDue() {
        return order == Order.DUE;
    }
}
