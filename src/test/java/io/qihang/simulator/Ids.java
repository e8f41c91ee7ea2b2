package io.qihang.simulator;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes every id and every drawn number of one simulator; the same seed gives the same row. */
final class Ids {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final String HEX = "0123456789abcdef";
    private static final int TOKEN_LENGTH = 133;
    private static final int TOKEN_LONGEST = 512;
    private static final int CODE_LENGTH = 32;
    private static final int OPENID_TAIL = 27;
    private static final long MSGID_FROM = 1_000_000_000_000_000_000L;
    private static final long MSGID_BELOW = 4_000_000_000_000_000_000L;

    private final VirtualClock clock;
    private final @Nullable Long seed;
    private RandomGenerator random;
    private volatile int tokenLength = TOKEN_LENGTH;

    Ids(VirtualClock clock, @Nullable Long seed) {
        this.clock = clock;
        this.seed = seed;
        this.random = fresh();
    }

    private RandomGenerator fresh() {
        return seed == null ? new SecureRandom() : new SplittableRandom(seed);
    }

    /** Starts the seeded row again. */
    synchronized void restart() {
        random = fresh();
    }

    String accessToken() {
        return "71_" + letters(ALPHABET, tokenLength - 3);
    }

    /** How long access tokens are from now on; WeChat asks to keep room for 512 characters. */
    void tokenLength(int length) {
        if (length < 23 || length > TOKEN_LONGEST) {
            throw new IllegalArgumentException("tokenLength 要在 23 到 512 之间。");
        }
        tokenLength = length;
    }

    /** Three times eight hex digits, as in a content check's trace. */
    String traceId() {
        return rid();
    }

    /** So many letters and digits. */
    String word(int length) {
        return letters(ALPHABET.substring(0, 62), length);
    }

    String hex(int length) {
        return letters(HEX, length);
    }

    String code() {
        return "0" + letters(HEX, CODE_LENGTH - 1);
    }

    String openid() {
        return "o" + letters(ALPHABET, OPENID_TAIL);
    }

    /** Base64 of 16 bytes. */
    synchronized String sessionKey() {
        byte[] key = new byte[16];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** 19 digits. */
    synchronized String msgid() {
        return Long.toString(random.nextLong(MSGID_FROM, MSGID_BELOW));
    }

    /** The request id at the end of every error text: three times eight hex digits, the first the epoch second. */
    String rid() {
        return "%08x-%s-%s".formatted(clock.now(), letters(HEX, 8), letters(HEX, 8));
    }

    /** A number from 0 inclusive to 1 exclusive. */
    synchronized double draw() {
        return random.nextDouble();
    }

    /** A number from 0 to the bound, both inclusive. */
    synchronized long upTo(long bound) {
        return random.nextLong(bound + 1);
    }

    private synchronized String letters(String from, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
