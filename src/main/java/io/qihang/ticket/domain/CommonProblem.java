package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import io.qihang.ticket.CommonProblemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 共性问题: the same problem of several enterprises, worked on by one office with one answer. Each ticket keeps its
 * number, its deadlines and its enterprise's key.
 *
 * @param title in the words of the 台账 office; other enterprises read it
 * @param summary what is common; other enterprises read it
 * @param enterprises how many enterprises have it
 * @param units in how many units they are
 * @param tickets how many tickets are in it
 * @param open how many of them are not closed
 * @param nextDueAt the soonest deadline of all
 */
record CommonProblem(
        CommonProblemId id,
        RegionCode regionCode,
        String category,
        String title,
        String summary,
        String office,
        Instant createdAt,
        int enterprises,
        int units,
        int tickets,
        int open,
        @Nullable Instant nextDueAt) {}
