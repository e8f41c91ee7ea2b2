package io.qihang.enterprise.tally;

import io.qihang.indicator.Candidate;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 平台注册: the distinct enterprises accepted in a year, each in the unit it counts for on the day asked. Those not
 * registered yet are the unit's enterprises of the county's register.
 */
@Component
class RegisteredEnterprises implements IndicatorSource {

    private static final IndicatorKey KEY = new IndicatorKey("platform_registration");

    private final TallyMapper mapper;

    RegisteredEnterprises(TallyMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Set<IndicatorKey> keys() {
        return Set.of(KEY);
    }

    @Override
    public List<Figures> figures(Set<IndicatorKey> keys, YearToDate time) {
        return List.of(new Figures(KEY, time.day(), mapper.counts(time)));
    }

    @Override
    public Page<CountedMember> members(IndicatorKey key, RegionCode place, YearToDate time, PageRequest page) {
        var rows = mapper.members(place, time, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString());
    }

    @Override
    public Optional<Page<Candidate>> candidates(IndicatorKey key, RegionCode place, YearToDate time, PageRequest page) {
        Instant until = time.day().plusDays(1).atStartOfDay(Times.SHANGHAI).toInstant();
        var rows = mapper.unregistered(time.county(), place, until, page.afterId(), page.fetch());
        return Optional.of(Page.of(rows, page.size(), it -> it.id().toString()));
    }
}
