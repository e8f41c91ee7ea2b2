package io.qihang.ticket.domain;

import io.qihang.storage.FileId;
import java.time.Instant;

/**
 * A file a hop carries.
 *
 * @param size bytes as kept
 * @param sentAt when it was put to the hop; later than the hop when its author sent it on afterwards
 */
public record HopFile(FileId id, String name, String contentType, long size, Instant sentAt) {}
