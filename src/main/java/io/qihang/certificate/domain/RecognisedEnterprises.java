package io.qihang.certificate.domain;

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
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 已认定: the distinct enterprises that hold a verified certificate of a type, issued within the year and valid on the
 * day asked, each in the unit it counted for on that day. Read from the certificates by an index, of which a county has
 * hundreds. A type of which the year has none is left out: no certificate handed in is not the same as none recognised.
 */
@Component
class RecognisedEnterprises implements IndicatorSource {

    private static final String PREFIX = "certificate.";

    private final RecognisedMapper mapper;
    private final CertificateTypes types;

    RecognisedEnterprises(RecognisedMapper mapper, CertificateTypes types) {
        this.mapper = mapper;
        this.types = types;
    }

    @Override
    public Set<IndicatorKey> keys() {
        return types.offered(CertificateTypes.NATION).stream()
                .map(it -> new IndicatorKey(PREFIX + it.code()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Figures> figures(Set<IndicatorKey> keys, YearToDate time) {
        Map<String, List<RecognisedMapper.TypeCount>> byType =
                mapper.counts(keys.stream().map(RecognisedEnterprises::type).toList(), time).stream()
                        .collect(Collectors.groupingBy(RecognisedMapper.TypeCount::type));
        return byType.entrySet().stream()
                .map(it -> new Figures(
                        new IndicatorKey(PREFIX + it.getKey()),
                        time.day(),
                        it.getValue().stream()
                                .map(RecognisedMapper.TypeCount::unitCount)
                                .toList()))
                .toList();
    }

    @Override
    public Page<CountedMember> members(IndicatorKey key, RegionCode place, YearToDate time, PageRequest page) {
        var rows = mapper.members(type(key), place, time, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString());
    }

    private static String type(IndicatorKey key) {
        return key.value().substring(PREFIX.length());
    }
}
