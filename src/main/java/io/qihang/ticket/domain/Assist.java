package io.qihang.ticket.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 协办: what another office is asked to contribute, with a state and a deadline of its own.
 *
 * @param no the hop that asked for it
 * @param office code of the assisting office
 * @param stepNo its deadline among the ticket's deadlines
 * @param matter what it is asked for
 * @param result what it contributed; null until it has
 */
public record Assist(
        int no,
        String office,
        AssistState state,
        int stepNo,
        Instant askedAt,
        String matter,
        @Nullable String result) {

    static Assist asked(int no, String office, int stepNo, Instant at, String matter) {
        return new Assist(no, office, AssistState.ASKED, stepNo, at, matter, null);
    }

    Assist in(AssistState next, @Nullable String words) {
        return new Assist(no, office, next, stepNo, askedAt, matter, words);
    }
}
