package io.qihang.crypto;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An encrypted personal field as its text column holds it: {@code v1.<keyId>.<base64url(nonce|ciphertext|tag)>}. Only
 * {@link Vault} turns it into text and back. Two seals of one value differ, so equality says nothing about the content.
 */
public final class Sealed {

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final String VERSION = "v1";
    private static final Pattern FORM = Pattern.compile("v1\\.(" + KeyReader.KEY_ID + ")\\.([A-Za-z0-9_-]+)");

    private static final String MALFORMED = "加密字段的格式不对，可能被截断或改写：请从备份恢复这一行。";

    private final String text;
    private final String keyId;
    private final byte[] payload;

    private Sealed(String text, String keyId, byte[] payload) {
        this.text = text;
        this.keyId = keyId;
        this.payload = payload;
    }

    static Sealed of(String keyId, byte[] payload) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
        return new Sealed(VERSION + "." + keyId + "." + encoded, keyId, payload.clone());
    }

    /**
     * Reads the stored form.
     *
     * @throws SealBrokenException when the text is not in that form
     */
    public static Sealed parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw malformed();
        }
        Sealed sealed = of(form.group(1), decode(form.group(2)));
        // base64 has spare bits at its end: only the one canonical spelling counts, so any changed letter is noticed
        if (sealed.payload.length < NONCE_BYTES + TAG_BYTES || !sealed.text.equals(text)) {
            throw malformed();
        }
        return sealed;
    }

    private static byte[] decode(String encoded) {
        try {
            return Base64.getUrlDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new SealBrokenException(MALFORMED, e);
        }
    }

    private static SealBrokenException malformed() {
        return new SealBrokenException(MALFORMED);
    }

    /** The stored form, for the text column. */
    public String text() {
        return text;
    }

    /** The key it was sealed with. */
    public String keyId() {
        return keyId;
    }

    byte[] payload() {
        return payload.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Names the key only: a seal must not reach a log. */
    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
