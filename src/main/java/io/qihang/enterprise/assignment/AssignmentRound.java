package io.qihang.enterprise.assignment;

import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated list of who looks after which enterprise; earlier rounds are kept.
 *
 * @param document the paper it comes from
 * @param endsOn its last day; null when the paper names none
 */
record AssignmentRound(
        RoundId id,
        RegionCode county,
        String name,
        String document,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
