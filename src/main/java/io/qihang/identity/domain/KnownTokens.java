package io.qihang.identity.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.push.PushMessage;
import io.lettuce.core.codec.StringCodec;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What Redis says of a token, remembered for as long as Redis would say when it changes (client tracking): a token that
 * was ended on any node is forgotten on all of them as Redis carries it out. Nothing is remembered beyond the connection
 * that hears of the changes, nor for more than a second, should that connection be cut without a word. While there
 * is no such connection, every request asks Redis.
 */
@Component
class KnownTokens {

    private static final Logger log = LoggerFactory.getLogger(KnownTokens.class);
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final LettuceConnectionFactory server;
    private final StringRedisTemplate redis;
    private volatile @Nullable Listening listening;

    KnownTokens(LettuceConnectionFactory server, StringRedisTemplate redis) {
        this.server = server;
        this.redis = redis;
    }

    /** What stands under a token's key; null when nothing does. */
    @Nullable
    String valueOf(String key) {
        Listening open = listening;
        if (open != null && !open.cut) {
            try {
                return open.valueOf(key);
            } catch (RedisException e) {
                log.debug("asking for a token anew: {}", e.toString());
            }
        }
        return redis.opsForValue().get(key);
    }

    /** Asks Redis anew for all of them, for this node has just ended some and is not to wait until it hears so. */
    void forget() {
        Listening open = listening;
        if (open != null) open.known.invalidateAll();
    }

    /** Connects; and anew when the connection was cut, for one that came back by itself would hear of nothing. */
    @Scheduled(fixedDelayString = "PT1S")
    void listen() {
        Listening open = listening;
        if (open != null && !open.cut) return;
        stop();
        if (!(server.getRequiredNativeClient() instanceof RedisClient client)) return;
        StatefulRedisConnection<String, String> connection = null;
        try {
            connection = client.connect();
            connection.setTimeout(server.getClientConfiguration().getCommandTimeout());
            var fresh = new Listening(connection);
            connection.addListener(new RedisConnectionStateListener() {
                @Override
                public void onRedisDisconnected(RedisChannelHandler<?, ?> gone) {
                    fresh.cut = true;
                }
            });
            connection.addListener(fresh::hear);
            connection.sync().clientTracking(TrackingArgs.Builder.enabled());
            listening = fresh;
        } catch (RedisException e) {
            log.debug("no connection to remember tokens by: {}", e.toString());
            if (connection != null) connection.close();
        }
    }

    @PreDestroy
    void stop() {
        Listening open = listening;
        listening = null;
        if (open != null) open.connection.close();
    }

    private static final class Listening {

        private final StatefulRedisConnection<String, String> connection;
        /** Stays so, even if the connection comes back. */
        private volatile boolean cut;

        private final Cache<String, Object> known = Caffeine.newBuilder()
                .expireAfterWrite(AT_MOST)
                .maximumSize(100_000)
                .build();

        Listening(StatefulRedisConnection<String, String> connection) {
            this.connection = connection;
        }

        @Nullable
        String valueOf(String key) {
            if (known.getIfPresent(key) instanceof String value) return value;
            // a change that is heard of before the answer is taken in takes this place away
            Object place = new Object();
            known.put(key, place);
            String value = connection.sync().get(key);
            if (value != null) known.asMap().replace(key, place, value);
            return value;
        }

        /** {@code invalidate} with the changed keys, or with null when all were. */
        void hear(PushMessage message) {
            if (!message.getType().equals("invalidate")) return;
            if (message.getContent(StringCodec.UTF8::decodeKey).get(1) instanceof List<?> keys) {
                keys.forEach(known.asMap()::remove);
            } else {
                known.invalidateAll();
            }
        }
    }
}
