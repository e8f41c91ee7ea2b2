package io.qihang.audit.domain;

import io.qihang.crypto.Purpose;
import io.qihang.crypto.Vault;
import java.util.HexFormat;
import org.springframework.stereotype.Repository;

/** Adds rows; nothing changes or removes one. */
@Repository
public class AuditEvents {

    private final AuditMapper mapper;
    private final Vault vault;

    AuditEvents(AuditMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    /** Writes the row with its code. */
    public void add(AuditEvent event) {
        String keyId = vault.currentKeyId(Purpose.AUDIT);
        mapper.insert(event, keyId, HexFormat.of().formatHex(vault.mac(keyId, event.canonical())));
    }
}
