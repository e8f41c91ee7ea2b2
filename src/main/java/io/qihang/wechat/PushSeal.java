package io.qihang.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens what WeChat pushes in its secure mode. WxJava's way checks no AppID, compares signatures in varying time and
 * takes memory by a length it has not checked.
 */
final class PushSeal {

    private static final int RANDOM_BYTES = 16;
    private static final int HEAD_BYTES = RANDOM_BYTES + Integer.BYTES;
    private static final int BLOCK = 32;

    private final String token;
    private final byte[] key;
    private final byte[] appId;

    /** The key is the EncodingAESKey of WeChat's page, 43 characters. */
    PushSeal(String token, String key, String appId) {
        this.token = token;
        this.key = Base64.getDecoder().decode(key + "=");
        this.appId = appId.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the signature is that of our token and these parts. */
    boolean isSigned(String signature, String... parts) {
        String sorted =
                Stream.concat(Stream.of(token), Stream.of(parts)).sorted().collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8));
            String own = HexFormat.of().formatHex(digest);
            return MessageDigest.isEqual(
                    own.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The message inside; empty when it is not sealed with our key or is another mini-program's. */
    Optional<String> open(String encrypt) {
        byte[] plain;
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM_BYTES));
            plain = cipher.doFinal(Base64.getDecoder().decode(encrypt));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (plain.length < HEAD_BYTES + appId.length) return Optional.empty();
        int padding = plain[plain.length - 1];
        int length = ByteBuffer.wrap(plain, RANDOM_BYTES, Integer.BYTES).getInt();
        boolean whole = padding >= 1
                && padding <= BLOCK
                && length >= 0
                && (long) HEAD_BYTES + length + appId.length + padding == plain.length;
        if (!whole) return Optional.empty();
        byte[] whose = Arrays.copyOfRange(plain, HEAD_BYTES + length, plain.length - padding);
        if (!MessageDigest.isEqual(whose, appId)) return Optional.empty();
        return Optional.of(new String(plain, HEAD_BYTES, length, StandardCharsets.UTF_8));
    }
}
