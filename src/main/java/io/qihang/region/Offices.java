package io.qihang.region;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The offices of each region in use, in the pack's order; held in memory for minutes. */
@Component
public class Offices {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final LoadingCache<RegionCode, List<Office>> offices;

    Offices(RegionMapper mapper) {
        offices = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(region -> mapper.offices(region).stream()
                        .map(RegionMapper.OfficeRow::office)
                        .toList());
    }

    /** The offices of a county or city. */
    public List<Office> of(RegionCode region) {
        return offices.get(region);
    }

    /** The region's office with this code. */
    public Optional<Office> find(RegionCode region, String code) {
        return of(region).stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The region's office of this name or alias, as a document writes it. */
    public Optional<Office> called(RegionCode region, String name) {
        return of(region).stream().filter(it -> it.isCalled(name)).findFirst();
    }

    /** Reads the offices anew at the next question. */
    void forget() {
        offices.invalidateAll();
    }
}
