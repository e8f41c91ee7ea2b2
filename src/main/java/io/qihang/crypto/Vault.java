package io.qihang.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Seals personal fields for their place in the database, makes blind indexes to find them by equality, and codes over
 * what nobody may change by hand. Safe for use by many threads.
 */
public final class Vault {

    private static final String SEAL = "qihang.seal.v1";
    private static final String INDEX = "qihang.index.v1";
    private static final String MAC = "qihang.mac.v1";

    private final CryptoProvider crypto;

    public Vault(CryptoProvider crypto) {
        this.crypto = crypto;
    }

    /** Seals a text for one column of one row with the current key; in any other place it will not open. */
    public Sealed seal(String table, String column, UUID rowId, String plaintext) {
        String keyId = crypto.currentKeyId(Purpose.DATA);
        byte[] text = Framing.utf8(plaintext);
        return Sealed.of(keyId, crypto.encrypt(keyId, text, place(table, column, rowId)));
    }

    /**
     * Opens what {@link #seal} made for this place, with whichever key of the ring it was sealed.
     *
     * @throws SealBrokenException when it was changed, belongs to another place, or its key is no longer in the ring
     */
    public String open(String table, String column, UUID rowId, Sealed sealed) {
        try {
            byte[] text = crypto.decrypt(sealed.keyId(), sealed.payload(), place(table, column, rowId));
            return new String(text, StandardCharsets.UTF_8);
        } catch (SealBrokenException e) {
            throw new SealBrokenException(
                    "加密字段 " + table + "." + column + "（行 " + rowId + "）打不开：内容被改动，或是从别处抄来的。请从备份恢复这一行，并查审计记录。", e);
        } catch (UnknownKeyException e) {
            throw new SealBrokenException("加密字段 " + table + "." + column + "（行 " + rowId + "）打不开：" + e.getMessage(), e);
        }
    }

    /** Whether it is sealed with the current key; if not, open it and seal it anew when time allows. */
    public boolean isCurrent(Sealed sealed) {
        return sealed.keyId().equals(crypto.currentKeyId(Purpose.DATA));
    }

    private static byte[] place(String table, String column, UUID rowId) {
        return new Framing(SEAL).add(table).add(column).add(rowId).bytes();
    }

    /**
     * What to store beside a sealed value to find it by equality, 43 characters. Never for a column of few values, where
     * counting tells them apart.
     *
     * @param column table and column, as {@code account.phone}; the same value in two columns gives two indexes
     * @param normalised the value in the one spelling that equal values share
     */
    public String blindIndex(String column, String normalised) {
        return blindIndex(crypto.currentKeyId(Purpose.INDEX), column, normalised);
    }

    /** The index under every key of the ring, the current first: what to search for while the ring is being turned. */
    public List<String> blindIndexes(String column, String normalised) {
        return crypto.keyIds(Purpose.INDEX).stream()
                .map(keyId -> blindIndex(keyId, column, normalised))
                .toList();
    }

    private String blindIndex(String keyId, String column, String normalised) {
        byte[] code =
                crypto.mac(keyId, new Framing(INDEX).add(column).add(normalised).bytes());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    /** The key that {@link #mac(Purpose, byte[]...)} uses now: store it beside the code, to check it after a turn. */
    public String currentKeyId(Purpose purpose) {
        return crypto.currentKeyId(purpose);
    }

    /** HMAC-SM3 (32 bytes) over the parts, each kept apart, with the purpose's current key. */
    public byte[] mac(Purpose purpose, byte[]... parts) {
        return mac(crypto.currentKeyId(purpose), parts);
    }

    /**
     * The same with a named key, current or older.
     *
     * @throws UnknownKeyException when the key is no longer in the ring
     */
    public byte[] mac(String keyId, byte[]... parts) {
        Framing framed = new Framing(MAC);
        for (byte[] part : parts) {
            framed.add(part);
        }
        return crypto.mac(keyId, framed.bytes());
    }

    /** Whether the stored code is the one over these parts; takes the same time wherever they differ. */
    public boolean macMatches(String keyId, byte[] code, byte[]... parts) {
        return MessageDigest.isEqual(mac(keyId, parts), code);
    }
}
