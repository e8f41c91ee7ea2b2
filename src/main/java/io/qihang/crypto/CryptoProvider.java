package io.qihang.crypto;

import java.util.List;

/**
 * The operations that need a key, asked for by key id. Keys never come out, so a hardware module or a remote
 * cryptographic service fits behind it as well as the software form. Safe for use by many threads.
 */
public interface CryptoProvider {

    /** The key that new values of this purpose are written with. */
    String currentKeyId(Purpose purpose);

    /** Every key of this purpose that can still be used, the current one first. */
    List<String> keyIds(Purpose purpose);

    /**
     * Encrypts and authenticates with a {@link Purpose#DATA} key under a fresh random nonce.
     *
     * @param aad authenticated along with the text but not stored; the same bytes are needed to decrypt
     * @return nonce (12 bytes), ciphertext and tag (16 bytes) in one
     * @throws UnknownKeyException when no DATA key has this id
     */
    byte[] encrypt(String keyId, byte[] plaintext, byte[] aad);

    /**
     * Undoes {@link #encrypt}.
     *
     * @throws SealBrokenException when the content, its tag or the aad is not what was encrypted
     * @throws UnknownKeyException when no DATA key has this id
     */
    byte[] decrypt(String keyId, byte[] payload, byte[] aad);

    /**
     * HMAC-SM3 (32 bytes) with an {@link Purpose#INDEX} or {@link Purpose#AUDIT} key.
     *
     * @throws UnknownKeyException when no such key has this id
     */
    byte[] mac(String keyId, byte[] data);
}
