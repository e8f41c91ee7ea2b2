package io.qihang.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Signs and encrypts pushes as WeChat's page for message pushes says. */
final class PushCrypto {

    private static final int BLOCK = 32;

    private PushCrypto() {}

    /** Hex SHA-1 of the parts, sorted and put together. */
    static String signature(String... parts) {
        String sorted = Stream.of(parts).sorted().collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** AES-256-CBC over 16 random characters, the length, the message and the AppID, as Base64. */
    static String encrypt(String aesKey, String random16, String message, String appid) {
        byte[] key = Base64.getDecoder().decode(aesKey + "=");
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(random16.getBytes(StandardCharsets.UTF_8));
        plain.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        plain.writeBytes(text);
        plain.writeBytes(appid.getBytes(StandardCharsets.UTF_8));
        byte[] padding = new byte[BLOCK - plain.size() % BLOCK];
        Arrays.fill(padding, (byte) padding.length);
        plain.writeBytes(padding);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.toByteArray()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
