package io.qihang.notification.domain;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * How fast all nodes together send to WeChat: one rate in Redis, raised step by step while WeChat complains of nothing and
 * halved when it does, at most once a second. After an hour without sending, or with an empty Redis, it begins anew.
 */
@Component
class Pacer {

    private static final Logger log = LoggerFactory.getLogger(Pacer.class);
    private static final String KEY = "qihang:push:pace";

    /** Reserves so many sends; answers after how many milliseconds they may go and the rate. */
    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> RESERVE = new DefaultRedisScript<>("""
            local t = redis.call('TIME')
            local now = t[1] * 1000 + math.floor(t[2] / 1000)
            local h = redis.call('HMGET', KEYS[1], 'rate', 'free', 'changed')
            local rate = tonumber(h[1]) or tonumber(ARGV[2])
            local free = math.max(tonumber(h[2]) or now, now)
            local changed = tonumber(h[3]) or now
            if now - changed >= 1000 then
              rate = math.min(tonumber(ARGV[4]), rate + tonumber(ARGV[3]))
              changed = now
            end
            redis.call('HSET', KEYS[1], 'rate', rate, 'changed', changed, 'free', free + ARGV[1] * 1000 / rate)
            redis.call('PEXPIRE', KEYS[1], 3600000)
            return {math.floor(free - now), math.floor(rate)}
            """, List.class);

    /** Halves the rate for a complaint; a busy answer counts as one only when it is the fifth within ten seconds. */
    private static final RedisScript<Long> SLOWER = new DefaultRedisScript<>("""
            local t = redis.call('TIME')
            local now = t[1] * 1000 + math.floor(t[2] / 1000)
            local h = redis.call('HMGET', KEYS[1], 'rate', 'halved', 'busy', 'busySince')
            if ARGV[3] == 'busy' then
              local busy, since = tonumber(h[3]) or 0, tonumber(h[4]) or 0
              if now - since > 10000 then busy, since = 0, now end
              busy = busy + 1
              redis.call('HSET', KEYS[1], 'busy', busy % 5, 'busySince', since)
              if busy < 5 then return 0 end
            end
            if now - (tonumber(h[2]) or 0) < 1000 then return 0 end
            local rate = math.max(tonumber(ARGV[2]), math.floor((tonumber(h[1]) or tonumber(ARGV[1])) / 2))
            redis.call('HSET', KEYS[1], 'rate', rate, 'halved', now, 'changed', now)
            redis.call('PEXPIRE', KEYS[1], 3600000)
            return rate
            """, Long.class);

    private final StringRedisTemplate redis;
    private final NotificationSettings.Pace pace;

    Pacer(StringRedisTemplate redis, NotificationSettings settings) {
        this.redis = redis;
        this.pace = settings.pace();
    }

    /** Waits until so many messages may be sent. */
    void await(int messages) throws InterruptedException {
        if (pace.isOff() || messages == 0) return;
        Thread.sleep(reserve(messages).waitMillis());
    }

    /** Reserves so many sends. */
    Reserved reserve(int messages) {
        List<?> answer = redis.execute(
                RESERVE,
                List.of(KEY),
                String.valueOf(messages),
                String.valueOf(pace.start()),
                String.valueOf(pace.step()),
                String.valueOf(pace.most()));
        return new Reserved(((Number) answer.get(0)).longValue(), ((Number) answer.get(1)).intValue());
    }

    /**
     * A place in time.
     *
     * @param waitMillis how long to wait first
     * @param rate messages a second
     */
    record Reserved(long waitMillis, int rate) {}

    /** WeChat complained: too much for it, or merely busy. */
    void complained(boolean busy) {
        if (pace.isOff()) return;
        Long rate = redis.execute(
                SLOWER,
                List.of(KEY),
                String.valueOf(pace.start()),
                String.valueOf(pace.least()),
                busy ? "busy" : "limit");
        if (rate != null && rate > 0) log.warn("WeChat complained: {} messages a second from now on", rate);
    }
}
