package io.qihang.ticket;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.Instant;

/**
 * Told to other modules after each hop of a ticket; ids only, whoever wants more asks.
 *
 * @param seq number of the hop within the ticket
 * @param action what happened, the name of the action
 * @param status where the ticket stands now, the name of the state
 */
public record TicketEvent(
        int schemaVersion,
        TicketId ticket,
        EnterpriseId enterprise,
        RegionCode county,
        int seq,
        String action,
        String status,
        Instant at) {}
