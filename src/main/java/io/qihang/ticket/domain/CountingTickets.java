package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.calendar.Calendars;
import io.qihang.calendar.WorkCalendar;
import io.qihang.indicator.CountedMember;
import io.qihang.indicator.Figures;
import io.qihang.indicator.Indicators;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The figures of tickets as a county sees them, by unit, never ranked, each with the tickets behind it. */
@Service
public class CountingTickets {

    private static final int MOST_STEPS = 20_000;

    private final Indicators indicators;
    private final TicketFigureMapper mapper;
    private final Calendars calendars;
    private final Regions regions;
    private final Clock clock;

    CountingTickets(
            Indicators indicators, TicketFigureMapper mapper, Calendars calendars, Regions regions, Clock clock) {
        this.indicators = indicators;
        this.mapper = mapper;
        this.calendars = calendars;
        this.regions = regions;
        this.clock = clock;
    }

    /** The count of one unit. */
    public record TicketUnitCount(RegionCode unit, String unitName, int count) {}

    /**
     * A figure of a county on a day.
     *
     * @param of the figure it is a part of, its denominator; null where it stands for itself
     */
    public record TicketFigureView(
            TicketFigure figure,
            String name,
            int total,
            @Nullable TicketFigure of,
            List<TicketUnitCount> units) {

        public TicketFigureView {
            units = List.copyOf(units);
        }
    }

    /**
     * How long a step takes.
     *
     * @param met how many were met since the year began
     * @param medianHours the working hours that half of them took at most, to the tenth; null when none was met
     */
    public record StepDuration(
            String step, int met, @Nullable Double medianHours) {}

    /** All of it. */
    public record TicketFiguresView(LocalDate day, List<TicketFigureView> figures, List<StepDuration> steps) {

        public TicketFiguresView {
            figures = List.copyOf(figures);
            steps = List.copyOf(steps);
        }
    }

    /** The figures of the officer's county today. */
    public TicketFiguresView today(Actor officer) {
        YearToDate time = today(county(officer));
        Map<TicketFigure, Figures> counted =
                Arrays.stream(TicketFigure.values()).collect(Collectors.toMap(it -> it, it -> none(it, time)));
        indicators
                .figures(
                        Arrays.stream(TicketFigure.values())
                                .map(TicketFigures::key)
                                .collect(Collectors.toSet()),
                        time)
                .values()
                .forEach(it -> counted.put(named(it), it));
        return new TicketFiguresView(
                time.day(),
                Arrays.stream(TicketFigure.values())
                        .map(it -> view(it, counted.getOrDefault(it, none(it, time))))
                        .toList(),
                durations(time));
    }

    private static Figures none(TicketFigure figure, YearToDate time) {
        return new Figures(TicketFigures.key(figure), time.day(), List.of());
    }

    private static TicketFigure named(Figures figures) {
        return Arrays.stream(TicketFigure.values())
                .filter(it -> TicketFigures.key(it).equals(figures.key()))
                .findFirst()
                .orElseThrow();
    }

    private TicketFigureView view(TicketFigure figure, Figures figures) {
        return new TicketFigureView(
                figure,
                figure.label(),
                figures.total(),
                figure.of(),
                figures.units().stream()
                        .map(it -> new TicketUnitCount(it.unit(), regions.nameOf(it.unit()), it.count()))
                        .sorted(Comparator.comparing(it -> it.unit().value()))
                        .toList());
    }

    /** The tickets behind a figure of the officer's county or one of its units. */
    public Page<CountedMember> behind(Actor officer, TicketFigure figure, @Nullable RegionCode unit, PageRequest page) {
        RegionCode county = county(officer);
        if (unit != null && !unit.county().equals(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
        var key = TicketFigures.key(figure);
        return indicators.sourceOf(key).orElseThrow().members(key, unit == null ? county : unit, today(county), page);
    }

    private List<StepDuration> durations(YearToDate time) {
        WorkCalendar calendar = calendars.of(time.county());
        var met = mapper.met(
                time.county(), time.firstDay().atStartOfDay(Times.SHANGHAI).toInstant(), MOST_STEPS);
        return Stream.of(StepKind.ACCEPT, StepKind.REPLY, StepKind.SOLVE)
                .map(kind -> duration(
                        kind,
                        met.stream()
                                .filter(it -> it.kind() == kind)
                                .map(it -> calendar.workingTimeBetween(it.startedAt(), it.metAt()))
                                .sorted()
                                .toList()))
                .toList();
    }

    private static StepDuration duration(StepKind kind, List<Duration> taken) {
        if (taken.isEmpty()) return new StepDuration(kind.label(), 0, null);
        Duration median = taken.get((taken.size() - 1) / 2);
        return new StepDuration(kind.label(), taken.size(), Math.round(median.toMinutes() / 6.0) / 10.0);
    }

    private YearToDate today(RegionCode county) {
        LocalDate day = Times.dayOf(clock.instant());
        return new YearToDate(county, Year.from(day), day);
    }

    private static RegionCode county(Actor officer) {
        return officer.scope().counties().stream().findFirst().orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }
}
