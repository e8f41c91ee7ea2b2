package io.qihang.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What Redis holds about somebody, besides how often they called. */
public final class RedisWords {

    private static final String RATE_LIMITS = "qihang:rate:";

    private final StringRedisTemplate redis;

    public RedisWords(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** The keys that name one of these words, in themselves or in their values. */
    public List<String> naming(String... words) {
        List<String> found = new ArrayList<>();
        try (var keys = redis.scan(ScanOptions.scanOptions().count(1000).build())) {
            keys.stream()
                    .filter(it -> !it.startsWith(RATE_LIMITS))
                    .filter(it -> Stream.of(words).anyMatch((it + " " + valueOf(it))::contains))
                    .forEach(found::add);
        }
        return found;
    }

    /** Seconds until the key ends by itself; -1 for never. */
    public long secondsLeft(String key) {
        return Objects.requireNonNull(redis.getExpire(key));
    }

    private String valueOf(String key) {
        DataType type = redis.type(key);
        if (type == DataType.STRING)
            return Objects.requireNonNullElse(redis.opsForValue().get(key), "");
        if (type == DataType.NONE) return "";
        if (type == DataType.HASH) return redis.opsForHash().entries(key).toString();
        throw new AssertionError("read this kind of value, too: " + key + " is a " + type);
    }
}
