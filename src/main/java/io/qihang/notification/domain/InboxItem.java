package io.qihang.notification.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in a person's inbox.
 *
 * @param page the mini-program's page it opens
 * @param unread whether it was unread when the list was opened
 */
public record InboxItem(
        UUID id,
        String title,
        String body,
        String page,
        Instant createdAt,
        @Nullable Instant readAt,
        boolean unread) {}
