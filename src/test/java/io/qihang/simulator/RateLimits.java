package io.qihang.simulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Counts calls by path and refuses those above the limit of the second, the minute or the Beijing day. */
final class RateLimits {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int NONE = Integer.MAX_VALUE;
    private static final Limit UNLIMITED = new Limit(NONE, NONE, NONE);
    private static final Map<String, Limit> PUBLISHED = Map.of(
            TokenEndpoint.PATH, new Limit(NONE, NONE, 2_000),
            StableTokenEndpoint.PATH, new Limit(NONE, 10_000, 500_000),
            TextCheckEndpoint.PATH, new Limit(NONE, 4_000, 2_000_000),
            MediaCheckEndpoint.PATH, new Limit(NONE, 2_000, 200_000),
            QrCodeEndpoint.PATH, new Limit(NONE, 5_000, NONE),
            UrlLinkEndpoint.PATH, new Limit(100, NONE, 500_000));
    private static final Codes USUAL = new Codes(Errcode.DAILY_LIMIT, Errcode.DAILY_LIMIT, Errcode.DAILY_LIMIT);
    private static final Codes BY_MINUTE = new Codes(Errcode.MINUTE_LIMIT, Errcode.MINUTE_LIMIT, Errcode.DAILY_LIMIT);
    private static final Codes CHECK =
            new Codes(Errcode.CHECK_MINUTE_LIMIT, Errcode.CHECK_MINUTE_LIMIT, Errcode.DAILY_LIMIT);
    private static final Map<String, Codes> CODES = Map.of(
            StableTokenEndpoint.PATH, BY_MINUTE,
            LoginEndpoint.PATH, BY_MINUTE,
            PhoneNumberEndpoint.PATH, BY_MINUTE,
            TextCheckEndpoint.PATH, CHECK,
            MediaCheckEndpoint.PATH, CHECK,
            UrlLinkEndpoint.PATH, new Codes(Errcode.SECOND_LIMIT, Errcode.SECOND_LIMIT, Errcode.LINK_DAY_LIMIT));

    private final VirtualClock clock;
    private final Supplier<AppSetup> app;
    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, Used> used = new HashMap<>();

    /** Calls allowed in one second, in one minute and in one day. */
    record Limit(int perSecond, int perMinute, int perDay) {

        Limit {
            if (perSecond < 0 || perMinute < 0 || perDay < 0) {
                throw new IllegalArgumentException("频次上限不能为负数。");
            }
        }
    }

    /** What a call above each limit is answered. */
    private record Codes(Errcode second, Errcode minute, Errcode day) {}

    private record Used(long second, int inSecond, long minute, int inMinute, LocalDate day, int inDay) {}

    RateLimits(VirtualClock clock, Supplier<AppSetup> app) {
        this.clock = clock;
        this.app = app;
    }

    synchronized void set(String path, Limit limit) {
        limits.put(path, limit);
    }

    synchronized Limit of(String path) {
        Limit published = path.equals(SendEndpoint.PATH)
                ? new Limit(NONE, NONE, app.get().sendsADay())
                : PUBLISHED.getOrDefault(path, UNLIMITED);
        return limits.getOrDefault(path, published);
    }

    /** Calls counted on the path today. */
    synchronized int usedToday(String path) {
        return now(path).inDay();
    }

    /** Counts one call, or throws the refusal of the limit it is above and counts nothing. */
    synchronized void count(String path) {
        Limit limit = of(path);
        Used soFar = now(path);
        Codes codes = CODES.getOrDefault(path, USUAL);
        if (soFar.inDay() >= limit.perDay()) {
            throw new WxError(codes.day());
        }
        if (soFar.inMinute() >= limit.perMinute()) {
            throw new WxError(codes.minute());
        }
        if (soFar.inSecond() >= limit.perSecond()) {
            throw new WxError(codes.second());
        }
        used.put(
                path,
                new Used(
                        soFar.second(),
                        soFar.inSecond() + 1,
                        soFar.minute(),
                        soFar.inMinute() + 1,
                        soFar.day(),
                        soFar.inDay() + 1));
    }

    /** Back to the published limit. */
    synchronized void reset(String path) {
        limits.remove(path);
    }

    /** Sets every count of calls back to nothing. */
    synchronized void forgive() {
        used.clear();
    }

    synchronized void clear() {
        limits.clear();
        used.clear();
    }

    private Used now(String path) {
        long second = clock.now();
        long minute = second / 60;
        LocalDate today = clock.instant().atZone(BEIJING).toLocalDate();
        Used last = used.getOrDefault(path, new Used(second, 0, minute, 0, today, 0));
        return new Used(
                second,
                last.second() == second ? last.inSecond() : 0,
                minute,
                last.minute() == minute ? last.inMinute() : 0,
                today,
                last.day().equals(today) ? last.inDay() : 0);
    }
}
