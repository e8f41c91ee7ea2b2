package io.qihang.ticket;

/** A ticket that has just entered the pool. */
public record RaisedTicket(TicketId id, String number) {}
