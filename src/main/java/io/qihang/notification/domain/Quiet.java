package io.qihang.notification.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Each county's settings: quiet hours, held in memory for minutes, and how many statutory notices it may send. */
@Component
class Quiet {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final DeliveryMapper mapper;
    private final LoadingCache<RegionCode, QuietHours> hours;

    Quiet(DeliveryMapper mapper) {
        this.mapper = mapper;
        hours = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(county -> Objects.requireNonNullElse(mapper.quietHours(county), QuietHours.NONE));
    }

    /** The earliest moment from then on at which the county sends. */
    Instant nextAllowed(RegionCode county, Instant moment) {
        return hours.get(county).nextAllowed(moment);
    }

    /** How many statutory notices are the most there in thirty days; empty for no limit. */
    OptionalInt statutoryMost(RegionCode county) {
        Integer most = mapper.statutoryMost(county);
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }

    /** Reads anew at the next question. */
    void forget() {
        hours.invalidateAll();
    }
}
