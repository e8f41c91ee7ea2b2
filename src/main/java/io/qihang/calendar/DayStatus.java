package io.qihang.calendar;

import java.time.LocalDate;

/**
 * What a calendar says about one date, with its reason.
 *
 * @param name the holiday or the closure's reason; 周末 or 工作日 where nothing is stated;
 *     of a half-day the whole label
 * @param source the document that states it; empty where only the day of the week decides
 * @param provisional true when the arrangement of that year is not announced and the day of the week was assumed
 */
public record DayStatus(LocalDate date, DayReason reason, String name, String source, boolean provisional) {

    /** Whether the date counts as a working day. */
    public boolean working() {
        return reason.working();
    }

    /** The reason as a person reads it: 周末, 国庆节放假, 国庆节调休上班, 停止办公（暴雪）, 下午停止办公（暴雪）. */
    public String label() {
        return switch (reason) {
            case WORKDAY, WEEKEND -> name;
            case HOLIDAY -> name + DayKind.HOLIDAY.label();
            case MAKEUP_WORKDAY -> name + DayKind.MAKEUP_WORKDAY.label();
            case HALF_DAY -> name;
            case CLOSURE -> DayKind.CLOSURE.label() + "（" + name + "）";
        };
    }
}
