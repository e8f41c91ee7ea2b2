package io.qihang.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.qihang.platform.Problem;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Holds calls to the allowances of {@link RateClass}, shared by all nodes through Redis. While Redis does not answer,
 * each node holds them by itself: an outage never opens the gate. Of reads and writes a node lets a few pass before it
 * tells the others ({@link RateClass#untold}), by which together they may exceed the allowance.
 */
@Component
public class RateLimiter {

    private static final Logger log = LoggerFactory.getLogger(RateLimiter.class);
    private static final String PREFIX = "qihang:rate:";
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);

    private final RateLimits limits;
    private final LettuceConnectionFactory redis;
    private final LongSupplier nanoTime = System::nanoTime;
    private final AtomicLong restUntil;
    private final Cache<String, Bucket> sharing = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final Cache<String, Bucket> local = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(2))
            .build();
    private volatile @Nullable ProxyManager<String> shared;

    RateLimiter(RateLimits limits, LettuceConnectionFactory redis) {
        this.limits = limits;
        this.redis = redis;
        this.restUntil = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Counts one call.
     *
     * @param account the caller; null when nobody is signed in
     * @throws Problem {@link AccessProblem#TOO_MANY_REQUESTS} with the time to wait
     */
    public void take(RateClass rate, @Nullable UUID account, String address) {
        if (account == null) {
            take(rate, "ip:" + address, limits.address(rate));
        } else {
            take(rate, "id:" + account, limits.account(rate));
        }
    }

    private void take(RateClass rate, String who, int allowance) {
        String key = PREFIX + rate.name() + ':' + who;
        ConsumptionProbe probe = probe(key, rate, allowance);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
            throw Problem.retryable(AccessProblem.TOO_MANY_REQUESTS, wait, words(wait));
        }
    }

    private ConsumptionProbe probe(String key, RateClass rate, int allowance) {
        if (nanoTime.getAsLong() - restUntil.get() >= 0) {
            try {
                return shared(key, rate, allowance).tryConsumeAndReturnRemaining(1);
            } catch (RedisException | io.github.bucket4j.TimeoutException | IllegalStateException e) {
                log.warn("rate limits held by this node alone for {}: {}", REST_AFTER_FAILURE, e.toString());
                restUntil.set(nanoTime.getAsLong() + REST_AFTER_FAILURE.toNanos());
            }
        }
        Bucket bucket = local.get(key, it -> Bucket.builder()
                .addLimit(configuration(rate, allowance).getBandwidths()[0])
                .build());
        return bucket.tryConsumeAndReturnRemaining(1);
    }

    private Bucket shared(String key, RateClass rate, int allowance) {
        int untold = rate.untold(allowance);
        if (untold == 0) return shared().getProxy(key, () -> configuration(rate, allowance));
        return sharing.get(key, it -> shared().builder()
                .withOptimization(Optimizations.delaying(new DelayParameters(untold, TOLD_WITHIN)))
                .build(it, () -> configuration(rate, allowance)));
    }

    private ProxyManager<String> shared() {
        ProxyManager<String> manager = shared;
        if (manager == null) {
            if (!(redis.getRequiredNativeClient() instanceof RedisClient client)) {
                throw new IllegalStateException("rate limits need a standalone or sentinel Redis client");
            }
            var connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
            connection.setTimeout(redis.getClientConfiguration().getCommandTimeout());
            manager = Bucket4jLettuce.casBasedBuilder(connection)
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                    .build();
            shared = manager;
        }
        return manager;
    }

    private static BucketConfiguration configuration(RateClass rate, int allowance) {
        return BucketConfiguration.builder()
                .addLimit(it -> it.capacity(allowance).refillGreedy(allowance, rate.period()))
                .build();
    }

    private static String words(Duration wait) {
        long minutes = TimeUnit.SECONDS.toMinutes(wait.toSeconds());
        return minutes < 1 ? wait.toSeconds() + " 秒" : (minutes + 1) + " 分钟";
    }
}
