package io.qihang.visit.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
     * @param visitsPerMonth 无事不扰: on how many days of a month an enterprise is visited, by all departments together;
     *     null where the county has not set a cap
     * @param nearDays within how many days two planned visits are proposed as one
     * @param postponeDays how many days later an enterprise may put a planned visit off
     * @param callbackPercent how many of a hundred visits are drawn to be asked about by telephone
     * @param label where the numbers come from
     */
    public record Setting(
            boolean place,
            int editHours,
            int oldestDays,
            boolean photos,
            @Nullable Integer visitsPerMonth,
            int nearDays,
            int postponeDays,
            int callbackPercent,
            String label) {}

    /** The county's settings. */
    public Setting of(RegionCode county) {
        return settings.get(county);
    }

    /** Reads anew at the next question. */
    void forget() {
        settings.invalidateAll();
    }
}
