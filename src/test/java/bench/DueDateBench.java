package bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.calendar.ClockStop;
import io.qihang.calendar.DeadlineProfile;
import io.qihang.calendar.DeadlineStep;
import io.qihang.calendar.HolidayCsv;
import io.qihang.calendar.LegalClock;
import io.qihang.calendar.WorkCalendar;
import io.qihang.calendar.WorkingHours;
import io.qihang.testing.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What it costs to reckon when a ticket is due that was raised, accepted, stopped and set going again 24 times. */
class DueDateBench {

    private static final int STOPS = 24;
    private static final int WARM_UP = 50_000;
    private static final int TIMES = 50_000;
    private static final Instant RECEIVED = Instant.parse("2026-09-18T08:20:00Z");

    @Test
    void due_date() throws IOException {
        LegalClock clock = clock();
        List<ClockStop> stops = stops();
        assertThat(clock.due("solve", RECEIVED, stops).stops()).hasSize(STOPS);
        long days = 0;
        for (int i = 0; i < WARM_UP; i++)
            days += clock.due("solve", RECEIVED, stops).days().size();
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < TIMES; i++)
            days += clock.due("solve", RECEIVED, stops).days().size();
        long reckoned = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < TIMES; i++)
            days += clock.due("solve", RECEIVED, stops).explanation().length();
        long explained = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Figures.put("due_date.us", (reckoned - begun) / 1e3 / TIMES);
        Figures.put("due_date.explained_us", (explained - reckoned) / 1e3 / TIMES);
        assertThat(days).isPositive();
    }

    /** A quarter of each half hour of five working mornings. */
    private static List<ClockStop> stops() {
        List<ClockStop> stops = new ArrayList<>();
        Instant morning = Instant.parse("2026-10-12T01:00:00Z");
        for (int i = 0; i < STOPS; i++) {
            Instant from = morning.plus(Duration.ofDays(i / 5)).plus(Duration.ofMinutes(i % 5 * 30L));
            stops.add(new ClockStop(from, from.plus(Duration.ofMinutes(15)), "等企业补充材料", false));
        }
        return stops;
    }

    private static LegalClock clock() throws IOException {
        String path = "/region-packs/cn/holidays.csv";
        try (InputStream in = Objects.requireNonNull(DueDateBench.class.getResourceAsStream(path), path)) {
            var days = HolidayCsv.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "国务院办公厅节假日安排");
            return new LegalClock(
                    WorkCalendar.of(
                            days, HolidayCsv.announcedYears(days), WorkingHours.parse("08:30-12:00,14:00-18:00")),
                    new DeadlineProfile(
                            "ticket",
                            "默认时限，待县确认",
                            1,
                            "试算",
                            List.of(new DeadlineStep("solve", "办结", 30)),
                            LocalDate.of(2022, 1, 1),
                            null));
        }
    }
}
