package io.qihang.ticket.domain;

import io.qihang.storage.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file a hop carries.
 *
 * @param size bytes as kept
 * @param sentAt when it was put to the hop; later than the hop when its author sent it on afterwards
 * @param check why others of the enterprise do not see it; null when they do
 */
public record HopFile(
        FileId id,
        String name,
        String contentType,
        long size,
        Instant sentAt,
        @Nullable String check) {}
