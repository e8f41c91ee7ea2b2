package io.qihang.ticket.domain;

import io.qihang.platform.Times;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a list of tickets is limited to; every part may be left out.
 *
 * @param open true for 未销号, false for 已销号
 * @param overdue a deadline that is running and has passed
 * @param category code of a category
 * @param office code of the office it is assigned to
 * @param unit code of the 乡镇/街道/开发区 its enterprise counts in
 * @param from the first day of receipt
 * @param until the last day of receipt
 * @param text part of the number, the title or the enterprise's name
 * @param order in which order; by default the newest first
 */
public record TicketSearch(
        @Nullable TicketStatus status,
        @Nullable Boolean open,
        @Nullable StepKind overdue,
        @Nullable String category,
        @Nullable String office,
        @Nullable String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String text,
        @Nullable Order order) {

    /** How a list is ordered. */
    public enum Order {
        /** The newest first. */
        CREATED,
        /** What is due soonest first; only tickets with a running deadline. */
        DUE
    }

    /** Whether anything is left out; what a list shows first is not. */
    public boolean isNarrowed() {
        return !equals(new TicketSearch(null, null, null, null, null, null, null, null, null, order));
    }

    /** The first moment of receipt; null without a limit. */
    public @Nullable Instant begin() {
        return from == null ? null : from.atStartOfDay(Times.SHANGHAI).toInstant();
    }

    /** The moment after the last of receipt; null without a limit. */
    public @Nullable Instant end() {
        return until == null
                ? null
                : until.plusDays(1).atStartOfDay(Times.SHANGHAI).toInstant();
    }

    /** Whether the list is ordered by due time. */
    public boolean byDue() {
        return order == Order.DUE;
    }
}
