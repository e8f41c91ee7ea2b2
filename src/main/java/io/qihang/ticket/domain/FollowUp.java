package io.qihang.ticket.domain;

import org.jspecify.annotations.Nullable;

/**
 * What an enterprise may still say of its ticket.
 *
 * @param closed whether the two questions may be answered
 * @param recheckDays how many days after 销号 it is asked now whether it is still solved; null when it is not asked
 * @param contacted 是否联系过您, as answered; null when not
 * @param useful 是否有用, as answered; null when not
 */
public record FollowUp(
        boolean closed,
        @Nullable Integer recheckDays,
        @Nullable Boolean contacted,
        @Nullable Boolean useful) {}
