package io.qihang.visit.domain;

import io.qihang.indicator.Candidate;
import io.qihang.indicator.CountedMember;
import io.qihang.indicator.Figures;
import io.qihang.indicator.IndicatorKey;
import io.qihang.indicator.IndicatorSource;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Coverage of visits and promises kept: of the enterprises that had a main commissioner on the day, those somebody
 * visited in the year; of the promises whose last day was in the year and is over, those kept by the day. Each in the unit
 * the enterprise counted for on the day. Read by an index from the hundreds a county has in charge.
 */
@Component
class FieldIndicators implements IndicatorSource {

    static final IndicatorKey IN_CHARGE = new IndicatorKey("visit.in_charge");
    static final IndicatorKey COVERED = new IndicatorKey("visit.covered");
    static final IndicatorKey DUE = new IndicatorKey("promise.due");
    static final IndicatorKey KEPT = new IndicatorKey("promise.kept");

    private final IndicatorMapper mapper;

    FieldIndicators(IndicatorMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Set<IndicatorKey> keys() {
        return Set.of(IN_CHARGE, COVERED, DUE, KEPT);
    }

    @Override
    public List<Figures> figures(Set<IndicatorKey> keys, YearToDate time) {
        Map<String, List<IndicatorMapper.KeyCount>> byKey =
                mapper.counts(time).stream().collect(Collectors.groupingBy(IndicatorMapper.KeyCount::key));
        return keys.stream()
                .map(key -> new Figures(
                        key,
                        time.day(),
                        byKey.getOrDefault(key.value(), List.of()).stream()
                                .map(it -> new Figures.UnitCount(it.unit(), it.count()))
                                .toList()))
                .toList();
    }

    @Override
    public Page<CountedMember> members(IndicatorKey key, RegionCode place, YearToDate time, PageRequest page) {
        var rows = key.equals(IN_CHARGE) || key.equals(COVERED)
                ? mapper.firms(key.equals(COVERED), place, time, page.afterId(), page.fetch())
                : mapper.promises(key.equals(KEPT), place, time, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString());
    }

    /** The enterprises in charge that nobody visited, and the promises due that were not kept. */
    @Override
    public Optional<Page<Candidate>> candidates(IndicatorKey key, RegionCode place, YearToDate time, PageRequest page) {
        if (key.equals(COVERED)) {
            var rows = mapper.unvisited(place, time, page.afterId(), page.fetch());
            return Optional.of(Page.of(rows, page.size(), it -> it.id().toString()));
        }
        if (key.equals(KEPT)) {
            var rows = mapper.unkept(place, time, page.afterId(), page.fetch());
            return Optional.of(Page.of(rows, page.size(), it -> it.id().toString()));
        }
        return Optional.empty();
    }
}
