package io.qihang.ticket;

import io.qihang.storage.FileId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a ticket enters the pool.
 *
 * @param category code of one of the county's categories
 * @param origin through which mouth it came
 * @param originNote number or name of the paper it came on, such as a hotline sheet's
 * @param receivedAt when the clock starts; may precede entry, never follow it
 * @param files what was sent with it, committed for {@code TICKET}
 */
public record NewTicket(
        String category,
        String title,
        String content,
        TicketOrigin origin,
        @Nullable String originNote,
        Instant receivedAt,
        List<FileId> files) {

    public NewTicket {
        files = List.copyOf(files);
    }
}
