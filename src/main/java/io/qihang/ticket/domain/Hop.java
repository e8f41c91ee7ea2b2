package io.qihang.ticket.domain;

import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket's history, which the enterprise sees as it is.
 *
 * @param seq counts from 1 within the ticket
 * @param status where the ticket stands after it
 * @param office the office that holds the ticket after it; null while the 台账 office does
 * @param account who acted; null for the system, shown to no one outside the audit
 * @param text what was said or done
 * @param evidence what proves it; only of an answer
 */
public record Hop(
        TicketId ticket,
        int seq,
        TicketAction action,
        TicketStatus status,
        Party party,
        @Nullable UUID account,
        @Nullable String office,
        Instant at,
        String text,
        @Nullable String evidence) {}
