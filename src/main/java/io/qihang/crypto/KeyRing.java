package io.qihang.crypto;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The keys of the software form: per purpose a ring with one current key and older ones that still read. To turn the
 * ring, add the new key at the end on every node, then move it to the front; take the old one out when nothing is
 * sealed with it any more. Ids and keys are unique over all purposes.
 */
public final class KeyRing {

    private final Map<Purpose, List<Key>> byPurpose;
    private final Map<String, Key> byId;

    private KeyRing(Map<Purpose, List<Key>> byPurpose, Map<String, Key> byId) {
        this.byPurpose = Map.copyOf(byPurpose);
        this.byId = Map.copyOf(byId);
    }

    /**
     * Reads all keys.
     *
     * @throws KeySettingException when a purpose has no key, or a key is malformed, too short, not random, used twice, or
     *     lies in a file that others can read
     */
    public static KeyRing read(CryptoSettings settings) {
        Map<Purpose, List<Key>> byPurpose = new EnumMap<>(Purpose.class);
        Map<String, Key> byId = new HashMap<>();
        for (Purpose purpose : Purpose.values()) {
            List<Key> keys = new KeyReader(purpose).read(settings);
            keys.forEach(key -> add(byId, key));
            byPurpose.put(purpose, keys);
        }
        return new KeyRing(byPurpose, byId);
    }

    private static void add(Map<String, Key> byId, Key key) {
        Key sameId = byId.putIfAbsent(key.id(), key);
        if (sameId != null) {
            throw new KeySettingException("密钥编号 " + key.id() + " 重复，出现在配置 " + where(sameId, key) + "：请给每个密钥不同的编号。");
        }
        for (Key other : byId.values()) {
            if (other != key && Arrays.equals(other.material(), key.material())) {
                throw new KeySettingException("密钥 " + other.id() + " 与 " + key.id() + " 内容相同，出现在配置 " + where(other, key)
                        + "：每个密钥只能有一个用途，请重新生成其中一个。");
            }
        }
    }

    private static String where(Key one, Key other) {
        return one.setting().equals(other.setting()) ? one.setting() : one.setting() + " 与 " + other.setting();
    }

    List<String> ids(Purpose purpose) {
        return ring(purpose).stream().map(Key::id).toList();
    }

    String currentId(Purpose purpose) {
        return ring(purpose).get(0).id();
    }

    private List<Key> ring(Purpose purpose) {
        return requireNonNull(byPurpose.get(purpose));
    }

    /** The key with this id if it serves one of these purposes, else {@link UnknownKeyException}. */
    Key require(String id, EnumSet<Purpose> purposes) {
        Key key = byId.get(id);
        if (key == null || !purposes.contains(key.purpose())) {
            throw new UnknownKeyException(
                    id, purposes.stream().map(Purpose::setting).collect(Collectors.joining(" 或 ")));
        }
        return key;
    }

    /** Shows ids only. */
    @Override
    public String toString() {
        return "KeyRing" + byPurpose;
    }
}
