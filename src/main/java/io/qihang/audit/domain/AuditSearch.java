package io.qihang.audit.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to look for in the audit; the span is needed, the rest narrows it. */
public record AuditSearch(
        Instant from,
        Instant until,
        @Nullable UUID actor,
        @Nullable String action,
        @Nullable String objectId,
        AuditEvent.@Nullable Outcome outcome) {}
