package io.qihang.crypto;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recognises keys the database was not written with, as after a restore with another installation's settings, before a
 * request is answered: nothing old would open and new values would be sealed beside it. Every start leaves a proof of
 * each key, and holds the ring against the proofs of earlier starts.
 */
final class KeyProofs implements SmartInitializingSingleton {

    private static final String PROOF = "qihang.key-proof.v1";

    private final CryptoProvider crypto;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyProofs(CryptoProvider crypto, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.crypto = crypto;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Proof(String keyId, Purpose purpose, String proof) {}

    @Override
    public void afterSingletonsInstantiated() {
        check();
    }

    /**
     * Compares the ring with the database and leaves proofs of new keys.
     *
     * @throws KeySettingException when a key is another than the one of its id before, or no key of a purpose is known
     */
    void check() {
        transaction.executeWithoutResult(status -> {
            var before = known();
            for (Purpose purpose : Purpose.values()) {
                refuseStrangers(purpose, before);
                crypto.keyIds(purpose).forEach(keyId -> leave(keyId, purpose));
            }
            var proofs = known();
            for (Purpose purpose : Purpose.values()) {
                for (String keyId : crypto.keyIds(purpose))
                    refuseOther(requireNonNull(proofs.get(keyId)), keyId, purpose);
            }
        });
    }

    private Map<String, Proof> known() {
        return database.sql("select key_id, purpose, proof from crypto_key").query(Proof.class).list().stream()
                .collect(Collectors.toMap(Proof::keyId, Function.identity()));
    }

    private void refuseStrangers(Purpose purpose, Map<String, Proof> known) {
        List<String> used = known.values().stream()
                .filter(it -> it.purpose() == purpose)
                .map(Proof::keyId)
                .sorted()
                .toList();
        if (used.isEmpty() || crypto.keyIds(purpose).stream().anyMatch(used::contains)) return;
        throw new KeySettingException("数据库里的数据用的是密钥 " + String.join("、", used) + "，配置 " + purpose.setting()
                + " 里一个也没有：请找回这些密钥；如果数据库是从备份恢复的，要用备份那时的密钥。");
    }

    private void leave(String keyId, Purpose purpose) {
        database.sql("""
                        insert into crypto_key (key_id, purpose, proof, first_used_at)
                        values (:key, :purpose, :proof, :at) on conflict do nothing
                        """)
                .param("key", keyId)
                .param("purpose", purpose.name())
                .param("proof", Base64.getEncoder().encodeToString(prove(keyId, purpose)))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private void refuseOther(Proof proof, String keyId, Purpose purpose) {
        if (proof.purpose() == purpose && holds(proof)) return;
        throw new KeySettingException("配置 " + purpose.setting() + " 的密钥 " + keyId
                + " 不是这个数据库以前用的那一个：请换回原来的密钥；如果数据库是从备份恢复的，要用备份那时的密钥；如果是换新密钥，请另起编号。");
    }

    private byte[] prove(String keyId, Purpose purpose) {
        byte[] text = text(keyId);
        return purpose == Purpose.DATA ? crypto.encrypt(keyId, text, text) : crypto.mac(keyId, text);
    }

    private boolean holds(Proof proof) {
        byte[] text = text(proof.keyId());
        byte[] code = Base64.getDecoder().decode(proof.proof());
        if (proof.purpose() != Purpose.DATA) return MessageDigest.isEqual(crypto.mac(proof.keyId(), text), code);
        try {
            return MessageDigest.isEqual(crypto.decrypt(proof.keyId(), code, text), text);
        } catch (SealBrokenException e) {
            return false;
        }
    }

    private static byte[] text(String keyId) {
        return new Framing(PROOF).add(keyId).bytes();
    }
}
