package io.qihang.notification.domain;

import io.qihang.notification.RecipientState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What several attempts came to, as one value of a statement. */
public record DeliveryResults(List<Item> items) {

    public DeliveryResults {
        items = List.copyOf(items);
    }

    /** What one came to. */
    public record Item(
            UUID campaign,
            UUID person,
            int attempt,
            RecipientState state,
            String reason,
            @Nullable String msgid,
            @Nullable Instant nextAt) {}
}
