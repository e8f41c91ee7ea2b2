package io.qihang.notification;

import io.qihang.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of a message to many.
 *
 * @param reason why the state is what it is, in Chinese; may be empty
 * @param readAt when the person read it in the inbox
 */
public record CampaignRecipient(
        PersonId person,
        RecipientState state,
        String reason,
        @Nullable Instant readAt) {}
