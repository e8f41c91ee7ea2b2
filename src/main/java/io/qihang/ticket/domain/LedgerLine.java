package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the 台账.
 *
 * @param closed 已销号, else 未销号; a suspended ticket is 未销号
 * @param late whether 受理, 答复 or 办结 was late or is
 * @param result the last answer, or why it is suspended
 * @param files how many files it carries, of the enterprise and of the office
 */
public record LedgerLine(
        String number,
        String enterprise,
        RegionCode unit,
        String category,
        String title,
        TicketOrigin origin,
        @Nullable String originNote,
        Instant receivedAt,
        String office,
        TicketStatus status,
        @Nullable TicketOutcome outcome,
        Instant acceptDue,
        @Nullable Instant accepted,
        Instant replyDue,
        @Nullable Instant replied,
        Instant solveDue,
        @Nullable Instant solved,
        boolean late,
        @Nullable String result,
        boolean closed,
        @Nullable Instant closedAt,
        int reopened,
        int files) {

    static LedgerLine of(TicketQueryMapper.LedgerRow row, String category, String office, Instant now) {
        boolean running = row.status().running().contains(StepKind.SOLVE);
        boolean late = late(row.acceptDueAt(), row.acceptMetAt(), running, now)
                || late(row.replyDueAt(), row.replyMetAt(), running, now)
                || late(row.solveDueAt(), row.solveMetAt(), running, now);
        return new LedgerLine(
                row.number(),
                row.enterpriseName(),
                row.unitCode(),
                category,
                row.title(),
                row.origin(),
                row.originNote(),
                row.receivedAt(),
                office,
                row.status(),
                row.outcome(),
                row.acceptDueAt(),
                row.acceptMetAt(),
                row.replyDueAt(),
                row.replyMetAt(),
                row.solveDueAt(),
                row.solveMetAt(),
                late,
                row.result(),
                !row.status().isOpen(),
                row.closedAt(),
                row.reopened(),
                row.files());
    }

    private static boolean late(Instant due, @Nullable Instant met, boolean running, Instant now) {
        return met == null ? running && now.isAfter(due) : met.isAfter(due);
    }
}
