package io.qihang.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a message to many has come, in persons; each person counts once.
 *
 * @param waiting not yet sent, or being sent
 * @param doubtful sent without a clear answer, WeChat's report still awaited
 * @param settledAt when the last recipient came to an end state; null before, and again after a resend
 * @param closedAt since when nothing changes any more; null before
 * @param fault why sending stopped for everyone; null when it did not
 */
public record CampaignProgress(
        int recipients,
        int waiting,
        int doubtful,
        int read,
        int sent,
        int told,
        int unsubscribed,
        int failed,
        int unknown,
        int inboxOnly,
        Instant openedAt,
        @Nullable Instant settledAt,
        Instant closesAt,
        @Nullable Instant closedAt,
        @Nullable CampaignFault fault) {}
