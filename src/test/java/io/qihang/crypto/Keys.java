package io.qihang.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Key rings for tests, made anew in each run. */
final class Keys {

    static final SecureRandom RANDOM = new SecureRandom();

    private Keys() {}

    static String base64(int bytes) {
        byte[] key = new byte[bytes];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    static String data(String id) {
        return id + ":" + base64(16);
    }

    static String mac(String id) {
        return id + ":" + base64(32);
    }

    static CryptoSettings settings(List<String> data, List<String> index, List<String> audit) {
        return new CryptoSettings(data, null, index, null, audit, null);
    }

    static Vault vault(List<String> data, List<String> index, List<String> audit) {
        return new Vault(new SoftwareCryptoProvider(KeyRing.read(settings(data, index, audit)), RANDOM));
    }

    static Vault vault() {
        return vault(List.of(data("d1")), List.of(mac("i1")), List.of(mac("a1")));
    }

    static byte[] flipBit(byte[] bytes, int bit) {
        byte[] changed = Arrays.copyOf(bytes, bytes.length);
        changed[bit / 8] = (byte) (changed[bit / 8] ^ (1 << (bit % 8)));
        return changed;
    }
}
