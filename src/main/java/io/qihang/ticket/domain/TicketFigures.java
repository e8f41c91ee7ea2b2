package io.qihang.ticket.domain;

import io.qihang.indicator.CountedMember;
import io.qihang.indicator.Figures;
import io.qihang.indicator.IndicatorKey;
import io.qihang.indicator.IndicatorSource;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tickets as figures, by the unit the enterprise counted for on the day, with the tickets behind each. Read from the
 * year's tickets by an index, of which a county has some thousand; of deadlines only those that ran on the day.
 */
@Component
class TicketFigures implements IndicatorSource {

    private static final String PREFIX = "ticket.";

    private final TicketFigureMapper mapper;

    TicketFigures(TicketFigureMapper mapper) {
        this.mapper = mapper;
    }

    static IndicatorKey key(TicketFigure figure) {
        return new IndicatorKey(PREFIX + figure.code());
    }

    @Override
    public Set<IndicatorKey> keys() {
        return Arrays.stream(TicketFigure.values()).map(TicketFigures::key).collect(Collectors.toSet());
    }

    @Override
    public List<Figures> figures(Set<IndicatorKey> keys, YearToDate time) {
        List<TicketFigure> asked = Arrays.stream(TicketFigure.values())
                .filter(it -> keys.contains(key(it)))
                .toList();
        Map<TicketFigure, List<Figures.UnitCount>> counted = mapper.counts(asked, Bounds.of(time)).stream()
                .collect(Collectors.groupingBy(
                        TicketFigureMapper.Count::figure,
                        Collectors.mapping(it -> new Figures.UnitCount(it.unit(), it.tickets()), Collectors.toList())));
        return asked.stream()
                .map(it -> new Figures(key(it), time.day(), counted.getOrDefault(it, List.of())))
                .toList();
    }

    @Override
    public Page<CountedMember> members(IndicatorKey key, RegionCode place, YearToDate time, PageRequest page) {
        TicketFigure figure = Arrays.stream(TicketFigure.values())
                .filter(it -> key(it).equals(key))
                .findFirst()
                .orElseThrow();
        var rows = mapper.members(figure, place, Bounds.of(time), page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString());
    }

    /** The year so far as moments: its begin, the begin of its last day, and the end of that. */
    record Bounds(RegionCode county, Instant year, Instant today, Instant end) {

        static Bounds of(YearToDate time) {
            return new Bounds(
                    time.county(),
                    startOf(time.firstDay()),
                    startOf(time.day()),
                    startOf(time.day().plusDays(1)));
        }

        private static Instant startOf(LocalDate day) {
            return day.atStartOfDay(Times.SHANGHAI).toInstant();
        }
    }
}
