package io.qihang.crypto;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4-GCM (GB/T 32907) with random 96-bit nonces and 128-bit tags, and HMAC-SM3 (GB/T 32905), in software. The
 * algorithms are the approved ones; the module is not a certified one, so this alone does not satisfy GB/T 39786. Turn
 * the DATA ring long before one key has sealed 2^32 values.
 */
public final class SoftwareCryptoProvider implements CryptoProvider {

    private static final EnumSet<Purpose> MAC_PURPOSES = EnumSet.of(Purpose.INDEX, Purpose.AUDIT);

    private final KeyRing keys;
    private final SecureRandom random;

    public SoftwareCryptoProvider(KeyRing keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public String currentKeyId(Purpose purpose) {
        return keys.currentId(purpose);
    }

    @Override
    public List<String> keyIds(Purpose purpose) {
        return keys.ids(purpose);
    }

    @Override
    public byte[] encrypt(String keyId, byte[] plaintext, byte[] aad) {
        byte[] nonce = new byte[Sealed.NONCE_BYTES];
        random.nextBytes(nonce);
        AEADCipher cipher = cipher(true, keyId, nonce, aad);
        byte[] payload = new byte[nonce.length + cipher.getOutputSize(plaintext.length)];
        System.arraycopy(nonce, 0, payload, 0, nonce.length);
        try {
            int written = cipher.processBytes(plaintext, 0, plaintext.length, payload, nonce.length);
            cipher.doFinal(payload, nonce.length + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("SM4-GCM cannot fail while encrypting", e);
        }
        return payload;
    }

    @Override
    public byte[] decrypt(String keyId, byte[] payload, byte[] aad) {
        if (payload.length < Sealed.NONCE_BYTES + Sealed.TAG_BYTES) {
            throw new SealBrokenException("加密内容不完整。");
        }
        byte[] nonce = new byte[Sealed.NONCE_BYTES];
        System.arraycopy(payload, 0, nonce, 0, nonce.length);
        AEADCipher cipher = cipher(false, keyId, nonce, aad);
        int length = payload.length - nonce.length;
        byte[] plaintext = new byte[cipher.getOutputSize(length)];
        try {
            int written = cipher.processBytes(payload, nonce.length, length, plaintext, 0);
            cipher.doFinal(plaintext, written);
        } catch (InvalidCipherTextException e) {
            throw new SealBrokenException("加密内容校验不符。", e);
        }
        return plaintext;
    }

    private AEADCipher cipher(boolean encrypting, String keyId, byte[] nonce, byte[] aad) {
        Key key = keys.require(keyId, EnumSet.of(Purpose.DATA));
        AEADCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypting, new AEADParameters(new KeyParameter(key.material()), Sealed.TAG_BYTES * 8, nonce, aad));
        return cipher;
    }

    @Override
    public byte[] mac(String keyId, byte[] data) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(keys.require(keyId, MAC_PURPOSES).material()));
        mac.update(data, 0, data.length);
        byte[] code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return code;
    }
}
