package io.qihang.ticket.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an office asked for to have longer, and what was decided.
 *
 * @param no counts from 1 within the ticket
 * @param granted null while it is not decided
 * @param office code of the office that decided; null when it lapsed or is not decided
 * @param words what was said to it
 */
public record Extension(
        int no,
        String reason,
        Instant askedAt,
        @Nullable Boolean granted,
        @Nullable String office,
        @Nullable String words,
        @Nullable Instant decidedAt) {

    public boolean isPending() {
        return decidedAt == null;
    }

    Extension decided(boolean granting, @Nullable String by, String said, Instant at) {
        return new Extension(no, reason, askedAt, granting, by, said, at);
    }
}
