package io.qihang.visit.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Each county's settings of visits; they change with a region pack only and are held in memory for minutes. */
@Component
public class VisitSettings {

    static final RegionCode NATION = new RegionCode("100000");
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final LoadingCache<RegionCode, Setting> settings;

    VisitSettings(VisitSettingMapper mapper) {
        settings = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(county -> Objects.requireNonNull(mapper.setting(NATION, county), "no visit settings"));
    }

    /**
     * How a county logs its visits.
     *
     * @param place whether a visit may tell where it was
     * @param editHours how long after its arrival a visit may be changed
     * @param oldestDays how many days ago a visit may have been
     * @param photos whether a visit may have photos; none is ever needed
     * @param label where the numbers come from
     */
    public record Setting(boolean place, int editHours, int oldestDays, boolean photos, String label) {}

    /** The county's settings. */
    public Setting of(RegionCode county) {
        return settings.get(county);
    }

    /** Reads anew at the next question. */
    void forget() {
        settings.invalidateAll();
    }
}
