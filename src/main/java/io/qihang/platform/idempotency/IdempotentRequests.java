package io.qihang.platform.idempotency;

import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A repeated request has one effect. The key belongs to one actor and one operation and is written in the transaction
 * of the business change it guards, so either both are there or neither. Kept 30 days, as long as a phone may keep an
 * unsent request.
 */
@Component
public class IdempotentRequests {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final IdempotencyMapper keys;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    IdempotentRequests(IdempotencyMapper keys, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.keys = keys;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code work} once per key in one transaction and gives later repetitions the first answer.
     *
     * @param actor whose key this is
     * @param operation the operation's id; the same key may be used for another operation
     * @param key the {@code Idempotency-Key} header
     * @param request what was asked; the same key with another request is refused (422)
     * @param answer the type to read a repeated answer back as
     */
    public <T> T once(
            UUID actor, String operation, @Nullable String key, Object request, Class<T> answer, Supplier<T> work) {
        if (key == null || !FORM.matcher(key).matches()) throw Problem.of(PlatformProblem.IDEMPOTENCY_KEY_MISSING);
        String digest = digest(json.writeValueAsString(request));
        T result = transaction.execute(status -> {
            var before = keys.lockAndFind(actor, operation, key);
            if (!before.locked()) throw inProgress();
            if (before.requestDigest() != null) return replay(before, digest, answer);
            T fresh = work.get();
            int written = keys.insert(actor, operation, key, digest, json.writeValueAsString(fresh), clock.instant());
            if (written == 0) throw inProgress();
            return fresh;
        });
        return java.util.Objects.requireNonNull(result);
    }

    /** Forgets keys older than 30 days. */
    @Scheduled(cron = "0 17 3 * * *", zone = "Asia/Shanghai")
    void forgetOld() {
        keys.deleteBefore(clock.instant().minus(KEPT));
    }

    private <T> T replay(IdempotencyMapper.Found before, String digest, Class<T> answer) {
        if (!digest.equals(before.requestDigest())) throw Problem.of(PlatformProblem.IDEMPOTENCY_KEY_REUSED);
        return json.readValue(before.answer(), answer);
    }

    private static Problem inProgress() {
        return Problem.retryable(PlatformProblem.IDEMPOTENCY_KEY_IN_PROGRESS, Duration.ofSeconds(1));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
