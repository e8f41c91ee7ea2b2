package io.qihang.ticket.domain;

import static io.qihang.ticket.domain.Examples.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.calendar.LegalClock;
import io.qihang.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When lights are due: by the share of working time that is used, in working time, the last at the due time itself. */
class LadderTests {

    private static final List<ClosingSetting.Rung> RUNGS = List.of(
            new ClosingSetting.Rung(Light.YELLOW, 70, Recipient.PERSON),
            new ClosingSetting.Rung(Light.RED, 90, Recipient.HEAD),
            new ClosingSetting.Rung(Light.SUPERVISE, 100, Recipient.LEADER));

    private static Ladder ladder(Ticket ticket, StepKind kind) {
        Step step = ticket.steps().latest(kind).orElseThrow();
        return Ladder.of(step, Examples.CLOCKS.apply(step.counted()), RUNGS);
    }

    /** 受理 has the 7.5 hours of 8 October, 答复 three days, 办结 fifteen; received on 30 September. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            ACCEPT, 2026-10-08T15:45, 2026-10-08T17:15, 2026-10-08T18:00
            REPLY,  2026-10-10T09:15, 2026-10-10T15:45, 2026-10-10T18:00
            SOLVE,  2026-10-21T14:15, 2026-10-26T14:15, 2026-10-27T18:00
            """)
    void each_light_is_due_when_its_share_is_used(StepKind kind, String yellow, String red, String supervise) {
        assertThat(ladder(Examples.raised(), kind).marks())
                .containsExactly(
                        new Ladder.Mark(Light.YELLOW, at(yellow)),
                        new Ladder.Mark(Light.RED, at(red)),
                        new Ladder.Mark(Light.SUPERVISE, at(supervise)));
    }

    @Test
    void a_longer_deadline_takes_its_lights_along() {
        Ticket ticket = Examples.in(TicketStatus.HANDLING);
        Instant before = ladder(ticket, StepKind.SOLVE).marks().get(0).at();
        ticket.askExtension(Examples.HANDLER, "需要上级批准。", Examples.CLOCKS, at("2026-10-09T09:00"));
        ticket.extend(Examples.LEDGER, "gxj", "县工业和信息化局", "同意。", Examples.CLOCKS, at("2026-10-09T09:00"));
        assertThat(ladder(ticket, StepKind.SOLVE).marks().get(0).at()).isAfter(before);
        assertThat(ladder(ticket, StepKind.SOLVE).marks().get(2).at())
                .isEqualTo(ticket.steps().latest(StepKind.SOLVE).orElseThrow().dueAt());
    }

    @Test
    void the_enterprise_s_own_time_and_a_review_are_pressed_once_at_their_end() {
        assertThat(ladder(Examples.in(TicketStatus.ANSWERED), StepKind.CONFIRM).marks())
                .containsExactly(new Ladder.Mark(Light.REMIND, at("2026-10-13T18:00")));
        assertThat(ladder(Examples.in(TicketStatus.SUSPENDED), StepKind.REVIEW).marks())
                .extracting(Ladder.Mark::light)
                .containsExactly(Light.REMIND);
    }

    @Property
    void a_light_is_due_at_a_working_instant_with_exactly_its_share_left(
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        Step step = Examples.raised().steps().latest(StepKind.SOLVE).orElseThrow();
        LegalClock clock = Examples.CLOCKS.apply(step.counted());
        var rung = new ClosingSetting.Rung(Light.YELLOW, percent, Recipient.PERSON);
        Instant moment = Ladder.of(step, clock, List.of(rung)).marks().get(0).at();
        assertThat(clock.timeUsed(step.profileStep(), step.startedAt(), moment, List.of())
                        .reaches(percent))
                .isTrue();
        assertThat(clock.timeUsed(step.profileStep(), step.startedAt(), moment.minusMillis(1), List.of())
                        .reaches(percent))
                .isFalse();
        assertThat(Examples.CALENDAR.isWorkingTime(moment.minusMillis(1))).isTrue();
    }

    @Property
    void counting_back_and_counting_agree(@ForAll @IntRange(min = 0, max = 60_000) int minutes) {
        Instant end = at("2026-10-27T11:20");
        Instant start = WorkingTime.before(Examples.CALENDAR, end, Duration.ofMinutes(minutes));
        assertThat(Examples.CALENDAR.workingTimeBetween(start, end)).isEqualTo(Duration.ofMinutes(minutes));
    }
}
