package io.qihang.ticket.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on a ticket, and as what.
 *
 * @param account the acting account; null for the system
 */
public record By(Party party, @Nullable UUID account) {

    /** The system itself. */
    static final By SYSTEM = new By(Party.SYSTEM, null);
}
