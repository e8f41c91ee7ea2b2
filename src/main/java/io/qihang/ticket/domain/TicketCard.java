package io.qihang.ticket.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list.
 *
 * @param stage the stage in the plan's words, such as 限时办理
 * @param office code of the office it is assigned to; null while it is with the 台账 office
 * @param officeName the office it is with
 * @param nextDueAt the soonest running deadline; null when none runs
 * @param overdue whether an office is late with it
 * @param light how much it is pressed; null while it is not
 * @param lightName the same as a person reads it
 */
public record TicketCard(
        TicketId id,
        String number,
        EnterpriseId enterprise,
        String enterpriseName,
        String title,
        String category,
        String origin,
        Instant receivedAt,
        Instant createdAt,
        TicketStatus status,
        String statusName,
        String stage,
        @Nullable String office,
        String officeName,
        @Nullable String outcome,
        @Nullable Instant nextDueAt,
        boolean overdue,
        @Nullable Light light,
        @Nullable String lightName) {}
