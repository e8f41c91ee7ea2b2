package io.qihang.enterprise.citylist;

import io.qihang.indicator.CountedMember;
import io.qihang.indicator.Figures;
import io.qihang.indicator.Figures.UnitCount;
import io.qihang.indicator.IndicatorKey;
import io.qihang.indicator.IndicatorSource;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 平台注册 as the city platform's own list has it: the newest list of that day or before. */
@Component
class CityListIndicator implements IndicatorSource {

    private static final IndicatorKey KEY = new IndicatorKey("platform_registration.city_list");

    private final CityListMapper mapper;

    CityListIndicator(CityListMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Set<IndicatorKey> keys() {
        return Set.of(KEY);
    }

    @Override
    public List<Figures> figures(Set<IndicatorKey> keys, YearToDate time) {
        var rows = mapper.counts(time);
        if (rows.isEmpty()) return List.of();
        List<UnitCount> units = rows.stream()
                .filter(it -> it.unit() != null)
                .map(it -> new UnitCount(Objects.requireNonNull(it.unit()), it.count()))
                .toList();
        return List.of(new Figures(KEY, rows.get(0).listedOn(), units));
    }

    @Override
    public Page<CountedMember> members(IndicatorKey key, RegionCode place, YearToDate time, PageRequest page) {
        var rows = mapper.members(place, time, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString());
    }
}
