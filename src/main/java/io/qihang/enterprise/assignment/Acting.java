package io.qihang.enterprise.assignment;

import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.identity.StaffId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 代班: who looks after an absent commissioner's enterprises on which days, both ends included.
 *
 * @param unitCode only for the enterprises of this unit; null for all
 */
record Acting(
        ActingId id,
        RegionCode regionCode,
        @Nullable RegionCode unitCode,
        StaffId absentId,
        StaffId actingId,
        LocalDate startsOn,
        LocalDate endsOn,
        int version) {

    /** Whether both would have one enterprise of the absent looked after by two on one day. */
    boolean collidesWith(Acting other) {
        boolean sameDays = isInForce()
                && other.isInForce()
                && !startsOn.isAfter(other.endsOn())
                && !endsOn.isBefore(other.startsOn());
        boolean samePlace = unitCode == null || other.unitCode() == null || unitCode.equals(other.unitCode());
        return absentId.equals(other.absentId()) && sameDays && samePlace;
    }

    private boolean isInForce() {
        return !endsOn.isBefore(startsOn);
    }

    /** Refuses days that do not fit together, that are past, or on which somebody acts already. */
    void requireSound(LocalDate today, List<Acting> others) {
        if (absentId.equals(actingId)) throw Problem.of(EnterpriseProblem.ACTING_FOR_ONESELF);
        if (endsOn.isBefore(startsOn) || startsOn.isBefore(today)) throw Problem.of(EnterpriseProblem.ACTING_DAYS);
        others.stream().filter(this::collidesWith).findFirst().ifPresent(it -> {
            throw Problem.of(EnterpriseProblem.ACTING_ARRANGED, it.startsOn(), it.endsOn());
        });
    }

    /**
     * The same, over with that day.
     *
     * @param lastDay yesterday at the earliest, for what was true on past days stays; the day before the first when it
     *     has not begun
     */
    Acting until(LocalDate lastDay, LocalDate today) {
        if (endsOn.isBefore(today)) throw Problem.of(EnterpriseProblem.ACTING_OVER, endsOn);
        LocalDate earliest = Days.later(today.minusDays(1), startsOn.minusDays(1));
        if (lastDay.isBefore(earliest) || lastDay.isAfter(endsOn)) {
            throw Problem.of(EnterpriseProblem.ACTING_END, earliest, endsOn);
        }
        return new Acting(id, regionCode, unitCode, absentId, actingId, startsOn, lastDay, version);
    }
}
