package io.qihang.calendar;

import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives every change of a calendar its version. Called inside the transaction that makes the change. */
@Component
class CalendarChanges {

    private final CalendarMapper mapper;
    private final Clock clock;

    CalendarChanges(CalendarMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Waits until no other change is under way. */
    void takeTurn() {
        mapper.takeTurn();
    }

    /**
     * The version under which the change in this turn is kept. Until the transaction ends no one may read the calendar
     * by it: what is read is kept in memory for good, and a roll-back gives the number to another change.
     */
    int next(RegionCode region, String summary, @Nullable UUID by) {
        mapper.recordChange(region, summary, by, clock.instant());
        return mapper.lastVersion();
    }
}
