package io.qihang.audit.domain;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit.
 *
 * @param actor the acting account; null when nobody was signed in, or the system itself acted
 * @param roles roles held at that moment, comma-separated
 * @param organisation offices, units and counties acted for
 * @param reason status and code of a refusal
 * @param summary what changed, in Chinese, without personal data
 */
public record AuditEvent(
        UUID id,
        Instant occurredAt,
        @Nullable UUID actor,
        String roles,
        String organisation,
        String client,
        String action,
        String objectType,
        String objectId,
        Outcome outcome,
        String reason,
        String summary,
        String sourceAddress,
        String traceId) {

    /** How the action ended. */
    @Schema(name = "AuditOutcome")
    public enum Outcome {
        DONE,
        REFUSED
    }

    /** What the row's code covers: every field, in order, told apart by the code's framing. */
    byte[][] canonical() {
        String[] fields = {
            id.toString(),
            occurredAt.toString(),
            String.valueOf(actor),
            roles,
            organisation,
            client,
            action,
            objectType,
            objectId,
            outcome.name(),
            reason,
            summary,
            sourceAddress,
            traceId
        };
        return Stream.concat(Stream.of("audit-event"), Stream.of(fields))
                .map(it -> it.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
