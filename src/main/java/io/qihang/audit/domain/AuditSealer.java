package io.qihang.audit.domain;

import io.qihang.audit.domain.AuditMapper.Seal;
import io.qihang.audit.domain.AuditMapper.Unsealed;
import io.qihang.crypto.Purpose;
import io.qihang.crypto.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the rows: each link's code covers the link before it, so a change, a removal or a swap shows. One sealer works
 * at a time, whatever the number of nodes.
 */
@Component
public class AuditSealer {

    private static final Logger log = LoggerFactory.getLogger(AuditSealer.class);
    static final String BEGINNING = "0".repeat(64);

    private final AuditMapper mapper;
    private final Vault vault;
    private final TransactionTemplate transaction;

    AuditSealer(AuditMapper mapper, Vault vault, TransactionTemplate transaction) {
        this.mapper = mapper;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** Seals what was recorded since the last time. */
    @Scheduled(fixedDelay = 2000, initialDelay = 3000)
    public void seal() {
        while (Boolean.TRUE.equals(transaction.execute(status -> sealSome()))) {
            log.debug("more audit rows to seal");
        }
    }

    /** Writes the chain's head to the log, which lies outside the database: a cut tail shows against it. */
    @Scheduled(cron = "0 0 1 * * *", zone = "Asia/Shanghai")
    void exportCheckpoint() {
        Seal head = mapper.last();
        if (head != null) {
            log.info("审计链检查点 seq={} chain={}", head.seq(), head.chain());
        }
    }

    private boolean sealSome() {
        if (!mapper.lockSealing()) return false;
        List<Unsealed> rows = mapper.unsealed();
        if (rows.isEmpty()) return false;
        Seal head = mapper.last();
        long seq = head == null ? 0 : head.seq();
        String chain = head == null ? BEGINNING : head.chain();
        String keyId = vault.currentKeyId(Purpose.AUDIT);
        List<Seal> seals = new ArrayList<>(rows.size());
        for (Unsealed row : rows) {
            chain = link(vault, keyId, ++seq, chain, row.mac());
            seals.add(new Seal(seq, row.id(), chain, keyId));
        }
        mapper.seal(seals);
        return rows.size() == 500;
    }

    static String link(Vault vault, String keyId, long seq, String before, String mac) {
        byte[] code = vault.mac(
                keyId,
                "audit-seal".getBytes(StandardCharsets.UTF_8),
                ByteBuffer.allocate(Long.BYTES).putLong(seq).array(),
                HexFormat.of().parseHex(before),
                HexFormat.of().parseHex(mac));
        return HexFormat.of().formatHex(code);
    }
}
