package io.qihang.ticket.domain;

/**
 * A reason for which an office may stop its clock.
 *
 * @param waitsForEnterprise whether it is the enterprise that is waited for
 * @param maxDays how many working days it may take in all while a ticket is handled
 * @param nudgeDays every how many working days the one waited for is reminded
 * @param source the sentence it rests on
 */
public record PauseReason(
        String code,
        String name,
        boolean waitsForEnterprise,
        int maxDays,
        int nudgeDays,
        String source,
        boolean inUse) {}
