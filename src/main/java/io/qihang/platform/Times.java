package io.qihang.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Legal and human time: every date a person reads is a date in Asia/Shanghai. */
public final class Times {

    /** Asia/Shanghai, the one zone of dates and deadlines. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Times() {}

    /** The calendar day in Shanghai on which {@code instant} falls. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(SHANGHAI).toLocalDate();
    }
}
