package io.qihang.identity.domain;

import io.qihang.identity.IdentityProblem;
import io.qihang.identity.StaffId;
import io.qihang.platform.Problem;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The step between password and second factor: a random word that stands for the account for a few minutes. In Redis,
 * for losing it only means to type the password again.
 */
@Component
class Challenges {

    private static final String PREFIX = "qihang:challenge:";
    private static final String SEED = "qihang:challenge-seed:";

    private final StringRedisTemplate redis;
    private final SignInSettings settings;
    private final SecureRandom random = new SecureRandom();

    Challenges(StringRedisTemplate redis, SignInSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    String issue(StaffId account) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        redis.opsForValue().set(PREFIX + word, account.toString(), settings.challenge());
        return word;
    }

    /** The account the word stands for. */
    StaffId accountOf(String word) {
        String account = redis.opsForValue().get(PREFIX + word);
        if (account == null) throw Problem.of(IdentityProblem.CHALLENGE_EXPIRED);
        return new StaffId(UUID.fromString(account));
    }

    /** Keeps a sealed second-factor seed that is not proven yet. */
    void keepSeed(String word, String sealed) {
        redis.opsForValue().set(SEED + word, sealed, settings.challenge());
    }

    @Nullable
    String seed(String word) {
        return redis.opsForValue().get(SEED + word);
    }

    void end(String word) {
        redis.delete(java.util.List.of(PREFIX + word, SEED + word));
    }
}
