package io.qihang.testing;

import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The rate limits' memory, which tests from one address would otherwise share. */
public class Limits {

    private final StringRedisTemplate redis;

    Limits(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Forgets all calls counted so far. */
    public void forget() {
        try (var keys = redis.scan(
                ScanOptions.scanOptions().match("qihang:rate:*").count(1000).build())) {
            redis.delete(keys.stream().toList());
        }
    }
}
