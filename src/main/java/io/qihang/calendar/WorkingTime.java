package io.qihang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** Working time counted back from a moment. */
public final class WorkingTime {

    private WorkingTime() {}

    /** The first moment at which no more than this working time is left until the end; the end itself when none is. */
    public static Instant before(WorkCalendar calendar, Instant end, Duration left) {
        if (left.isZero()) return end;
        ZonedDateTime local = end.atZone(WorkCalendar.ZONE);
        LocalTime until = local.toLocalTime();
        Duration missing = left;
        for (LocalDate date = local.toLocalDate(); ; date = date.minusDays(1)) {
            if (calendar.isWorkingDay(date)) {
                List<WorkingHours.Period> periods = calendar.hoursOn(date).periods();
                for (int i = periods.size() - 1; i >= 0; i--) {
                    WorkingHours.Period period = periods.get(i);
                    LocalTime close = period.end().isBefore(until) ? period.end() : until;
                    if (!period.start().isBefore(close)) continue;
                    Duration worked = Duration.between(period.start(), close);
                    if (worked.compareTo(missing) > 0) {
                        return date.atTime(close)
                                .atZone(WorkCalendar.ZONE)
                                .toInstant()
                                .minus(missing);
                    }
                    missing = missing.minus(worked);
                }
            }
            until = LocalTime.MAX;
        }
    }
}
