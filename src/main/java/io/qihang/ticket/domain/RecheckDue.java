package io.qihang.ticket.domain;

import io.qihang.ticket.TicketId;

/** The day has come to ask an enterprise whether a closed ticket is still solved. */
record RecheckDue(int schemaVersion, TicketId ticket, int closedSeq, int days) {}
