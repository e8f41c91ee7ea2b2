package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An access token; times are virtual seconds since the epoch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Token(
        String value,
        TokenKind kind,
        long expiresAt,
        @Nullable Long revokedAt) {

    boolean isExpired(long now) {
        return now >= expiresAt;
    }

    boolean isRevoked(long now) {
        return revokedAt != null && now >= revokedAt;
    }

    /** Ends at the given moment unless it already ends earlier. */
    Token revokedFrom(long moment) {
        return revokedAt != null && revokedAt <= moment ? this : new Token(value, kind, expiresAt, moment);
    }
}
