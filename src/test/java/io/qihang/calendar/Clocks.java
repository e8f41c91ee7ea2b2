package io.qihang.calendar;

import java.time.LocalDate;
import java.util.List;

/** The default deadlines, and clocks that count by them. */
final class Clocks {

    static final LegalClock DEFAULT = new LegalClock(China.CALENDAR, profile(1, 1, 3, 15, 30));

    private Clocks() {}

    static DeadlineProfile profile(int version, int accept, int reply, int solve, int complex) {
        return new DeadlineProfile(
                "default",
                "默认时限，待县确认",
                version,
                "1个工作日内核实受理，3个工作日内答复，15个工作日内办结，情况复杂的不超过30个工作日",
                List.of(
                        new DeadlineStep("accept", "受理", accept),
                        new DeadlineStep("reply", "答复", reply),
                        new DeadlineStep("solve", "办结", solve),
                        new DeadlineStep("complex", "复杂事项办结", complex)),
                LocalDate.of(2022, 1, 1),
                null);
    }

    /** A clock whose profile has a single step of so many working days. */
    static LegalClock of(WorkCalendar calendar, int workingDays) {
        return new LegalClock(
                calendar,
                new DeadlineProfile(
                        "one",
                        "单步时限",
                        1,
                        "试算",
                        List.of(new DeadlineStep("step", "办理", workingDays)),
                        LocalDate.of(2022, 1, 1),
                        null));
    }
}
