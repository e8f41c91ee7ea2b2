package io.qihang.ticket.domain;

import io.qihang.ticket.TicketId;
import java.time.Instant;

/** A light came on that somebody is to be told of. */
record LightGiven(int schemaVersion, TicketId ticket, int stepNo, Light light, Recipient to, Instant at) {}
