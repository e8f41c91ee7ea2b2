package io.qihang.simulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Counts calls by path; above the limit of the minute or of the Beijing day the answer is 45009. */
final class RateLimits {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Limit UNLIMITED = new Limit(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final Limit SEND = new Limit(Integer.MAX_VALUE, 10_000_000);

    private final VirtualClock clock;
    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, Used> used = new HashMap<>();

    /** Calls allowed in one minute and in one day. */
    record Limit(int perMinute, int perDay) {

        Limit {
            if (perMinute < 0 || perDay < 0) {
                throw new IllegalArgumentException("频次上限不能为负数。");
            }
        }
    }

    private record Used(long minute, int inMinute, LocalDate day, int inDay) {}

    RateLimits(VirtualClock clock) {
        this.clock = clock;
    }

    synchronized void set(String path, Limit limit) {
        limits.put(path, limit);
    }

    synchronized Limit of(String path) {
        return limits.getOrDefault(path, path.equals(SendEndpoint.PATH) ? SEND : UNLIMITED);
    }

    /** Calls counted on the path today. */
    synchronized int usedToday(String path) {
        return now(path).inDay();
    }

    /** Counts one call, or throws 45009 and counts nothing. */
    synchronized void count(String path) {
        Limit limit = of(path);
        Used soFar = now(path);
        if (soFar.inDay() >= limit.perDay() || soFar.inMinute() >= limit.perMinute()) {
            throw new WxError(Errcode.DAILY_LIMIT);
        }
        used.put(path, new Used(soFar.minute(), soFar.inMinute() + 1, soFar.day(), soFar.inDay() + 1));
    }

    synchronized void clear() {
        limits.clear();
        used.clear();
    }

    private Used now(String path) {
        long minute = clock.now() / 60;
        LocalDate today = clock.instant().atZone(BEIJING).toLocalDate();
        Used last = used.getOrDefault(path, new Used(minute, 0, today, 0));
        return new Used(
                minute,
                last.minute() == minute ? last.inMinute() : 0,
                today,
                last.day().equals(today) ? last.inDay() : 0);
    }
}
