package io.qihang.identity.domain;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.encoders.Base32;
import org.bouncycastle.util.encoders.DecoderException;

/**
 * Time-based one-time codes of RFC 6238 as the common authenticator apps make them: HMAC-SHA-1, 6 digits, 30 seconds,
 * one step of grace either way. Secrets are base32 text.
 */
public final class Totp {

    /** What to pass as last used step for an account that has used none. */
    public static final long NEVER_USED = -1;

    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int GRACE_STEPS = 1;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** A new secret of 160 bits, 32 letters and digits. */
    public static String newSecret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base32.toBase32String(secret);
    }

    /**
     * Looks for the step whose code this is, so that each code works once: store the step and pass it next time.
     *
     * @param code as typed; spaces and full-width digits do not matter
     * @param lastUsedStep the step of the last code taken, or {@link #NEVER_USED}; it and earlier ones do not match
     * @return the matching step, or empty when the code is wrong, too old, too new or used
     */
    public static OptionalLong verify(String secret, String code, Instant now, long lastUsedStep) {
        byte[] key = decode(secret);
        byte[] typed = Normalizer.normalize(code, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .getBytes(StandardCharsets.UTF_8);
        long current = step(now);
        long matched = NEVER_USED;
        // all steps are tried whatever matches; should two share a code, the later one counts, so it cannot work twice
        for (long step = current - GRACE_STEPS; step <= current + GRACE_STEPS; step++) {
            boolean equal = MessageDigest.isEqual(code(key, step).getBytes(StandardCharsets.UTF_8), typed);
            if (equal && step > lastUsedStep) {
                matched = step;
            }
        }
        return matched == NEVER_USED ? OptionalLong.empty() : OptionalLong.of(matched);
    }

    /** The code that an authenticator app shows at this moment. */
    public static String code(String secret, Instant at) {
        return code(decode(secret), step(at));
    }

    /** The address that an authenticator app reads from a QR code. It holds the secret: show it once, log it never. */
    public static String otpauth(String issuer, String account, String secret) {
        if (issuer.indexOf(':') >= 0 || account.indexOf(':') >= 0) {
            throw new IllegalArgumentException("名称里不能有冒号，请修改后再试。");
        }
        return "otpauth://totp/" + encode(issuer) + ":" + encode(account) + "?secret=" + secret + "&issuer="
                + encode(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    private static String code(byte[] key, long step) {
        HMac hmac = new HMac(new SHA1Digest());
        hmac.init(new KeyParameter(key));
        hmac.update(ByteBuffer.allocate(Long.BYTES).putLong(step).array(), 0, Long.BYTES);
        byte[] digest = new byte[hmac.getMacSize()];
        hmac.doFinal(digest, 0);
        int offset = digest[digest.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(digest).getInt(offset) & 0x7fffffff;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    private static byte[] decode(String secret) {
        try {
            byte[] key = Base32.decode(secret);
            if (key.length < SECRET_BYTES) {
                throw new IllegalArgumentException("动态口令种子太短，请重新绑定。");
            }
            return key;
        } catch (DecoderException e) {
            throw new IllegalArgumentException("动态口令种子已损坏，请重新绑定。", e);
        }
    }
}
