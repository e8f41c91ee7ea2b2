package io.qihang.notification.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Each county's quiet hours; they change with a region pack only and are held in memory for minutes. */
@Component
class Quiet {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final LoadingCache<RegionCode, QuietHours> hours;

    Quiet(DeliveryMapper mapper) {
        hours = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(county -> Objects.requireNonNullElse(mapper.quietHours(county), QuietHours.NONE));
    }

    /** The earliest moment from then on at which the county sends. */
    Instant nextAllowed(RegionCode county, Instant moment) {
        return hours.get(county).nextAllowed(moment);
    }

    /** Reads anew at the next question. */
    void forget() {
        hours.invalidateAll();
    }
}
