package io.qihang.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a message to many has come, in persons.
 *
 * @param waiting not yet at an end
 * @param read who has read it in the inbox, whatever became of the WeChat message
 * @param closedAt when the last recipient came to an end; null before
 */
public record CampaignProgress(
        int recipients,
        int waiting,
        int sent,
        int unsubscribed,
        int failed,
        int unknown,
        int inboxOnly,
        int read,
        Instant openedAt,
        @Nullable Instant closedAt) {}
