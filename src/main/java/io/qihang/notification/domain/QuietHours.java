package io.qihang.notification.domain;

import io.qihang.platform.Times;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a county sends no WeChat messages, in Shanghai's time; may run over midnight. Without both times it sends always.
 *
 * @param from the first minute of quiet
 * @param until the first minute after it
 */
record QuietHours(@Nullable LocalTime from, @Nullable LocalTime until) {

    static final QuietHours NONE = new QuietHours(null, null);

    /** The earliest moment from then on at which a message may be sent. */
    Instant nextAllowed(Instant moment) {
        if (from == null || until == null) return moment;
        LocalDateTime there = LocalDateTime.ofInstant(moment, Times.SHANGHAI);
        LocalTime time = there.toLocalTime();
        boolean overMidnight = from.isAfter(until);
        boolean evening = overMidnight && !time.isBefore(from);
        boolean quiet = overMidnight ? evening || time.isBefore(until) : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) return moment;
        var day = evening ? there.toLocalDate().plusDays(1) : there.toLocalDate();
        return day.atTime(until).atZone(Times.SHANGHAI).toInstant();
    }
}
