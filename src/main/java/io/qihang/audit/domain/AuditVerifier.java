package io.qihang.audit.domain;

import io.qihang.audit.domain.AuditMapper.ChainRow;
import io.qihang.crypto.UnknownKeyException;
import io.qihang.crypto.Vault;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks the chain and names the first row that was changed, removed, swapped or cut off. */
@Component
public class AuditVerifier {

    private final AuditMapper mapper;
    private final Vault vault;

    AuditVerifier(AuditMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    /** The chain's head at an earlier time, kept outside the database. */
    public record Checkpoint(long seq, String chain) {}

    /**
     * What the walk found.
     *
     * @param sealed how many links hold
     * @param head the last good link's code, to keep as a checkpoint
     * @param firstBad the number of the first bad link; null when all hold
     * @param finding what is wrong with it, in Chinese; null when all hold
     */
    public record Verdict(
            long sealed,
            String head,
            @Nullable Long firstBad,
            @Nullable String finding) {}

    /** Walks the whole chain, and past the checkpoint if one is given. */
    public Verdict verify(@Nullable Checkpoint checkpoint) {
        String chain = AuditSealer.BEGINNING;
        long seq = 0;
        for (List<ChainRow> rows = mapper.chain(0); !rows.isEmpty(); rows = mapper.chain(seq)) {
            for (ChainRow row : rows) {
                String finding = finding(row, seq + 1, chain, checkpoint);
                if (finding != null) return new Verdict(seq, chain, seq + 1, finding);
                chain = row.chain();
                seq = row.seq();
            }
        }
        if (checkpoint != null && checkpoint.seq() > seq) {
            return new Verdict(seq, chain, seq + 1, "检查点之前的记录被截掉");
        }
        return new Verdict(seq, chain, null, null);
    }

    private @Nullable String finding(ChainRow row, long expected, String before, @Nullable Checkpoint checkpoint) {
        if (row.seq() != expected) return "链上缺少记录";
        if (row.id() == null) return "记录被删除";
        String mac = Objects.requireNonNull(row.mac());
        try {
            if (!vault.macMatches(
                    Objects.requireNonNull(row.keyId()),
                    HexFormat.of().parseHex(mac),
                    event(row).canonical())) return "记录被改动";
            String link = AuditSealer.link(vault, row.chainKeyId(), row.seq(), before, mac);
            if (!link.equals(row.chain())) return "记录的次序或校验值被改动";
        } catch (IllegalArgumentException e) {
            return "记录的校验值被改动";
        } catch (UnknownKeyException e) {
            return "校验密钥不存在，无法核对";
        }
        boolean differs = checkpoint != null
                && checkpoint.seq() == row.seq()
                && !checkpoint.chain().equalsIgnoreCase(row.chain());
        return differs ? "与检查点不一致" : null;
    }

    private static AuditEvent event(ChainRow row) {
        return new AuditEvent(
                Objects.requireNonNull(row.id()),
                Objects.requireNonNull(row.occurredAt()),
                row.actor(),
                text(row.roles()),
                text(row.organisation()),
                text(row.client()),
                text(row.action()),
                text(row.objectType()),
                text(row.objectId()),
                Objects.requireNonNull(row.outcome()),
                text(row.reason()),
                text(row.summary()),
                text(row.sourceAddress()),
                text(row.traceId()));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
