package io.qihang.ticket.domain;

import io.qihang.storage.FileId;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text or a file that is checked before others of the enterprise see it.
 *
 * @param file null for a text
 * @param name the name of the file
 * @param text what was written; null for a file
 * @param cause why it did not pass by itself
 * @param reason why a member of staff keeps it back
 */
public record ContentReview(
        ContentCheckId id,
        TicketId ticket,
        String number,
        String title,
        String enterpriseName,
        @Nullable FileId file,
        @Nullable String name,
        @Nullable String text,
        Instant writtenAt,
        CheckState state,
        String stateName,
        @Nullable String cause,
        @Nullable String reason,
        @Nullable Instant decidedAt) {}
