package io.qihang.audit.domain;

import io.qihang.audit.domain.AuditMapper.ChainRow;
import io.qihang.audit.domain.AuditMapper.Seal;
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

    /** The most links one slice goes over: well under a second, where a request may take twenty. */
    public static final int MOST = 20_000;

    private static final int READ_AT_ONCE = 1000;

    /** A link as it was known at an earlier time: kept outside the database, or where an earlier slice ended. */
    public record Checkpoint(long seq, String chain) {}

    /**
     * What the walk found.
     *
     * @param sealed the number of the last good link; all from where the slice began up to it hold
     * @param head the last good link's code, to go on from or to keep as a checkpoint; empty where it is not known
     * @param firstBad the number of the first bad link; null when all hold
     * @param finding what is wrong with it, in Chinese; null when all hold
     * @param more whether there are links after it that this slice did not go over
     * @param length how many links the chain has now
     */
    public record Verdict(
            long sealed,
            String head,
            @Nullable Long firstBad,
            @Nullable String finding,
            boolean more,
            long length) {}

    /**
     * Walks one slice of the chain, and past the checkpoint if that lies in it or after the chain's end.
     *
     * @param from where an earlier slice ended; its link must still stand as it was then. Null for the beginning
     * @param most how many links to go over
     */
    public Verdict verify(@Nullable Checkpoint from, @Nullable Checkpoint checkpoint, int most) {
        Seal head = mapper.last();
        long length = head == null ? 0 : head.seq();
        String chain = AuditSealer.BEGINNING;
        long seq = 0;
        if (from != null) {
            Seal kept = mapper.at(from.seq());
            // what the caller says is only compared; the walk goes on from the link that is kept
            if (kept == null || !kept.chain().equalsIgnoreCase(from.chain())) {
                return new Verdict(from.seq() - 1, "", from.seq(), "接着核对的这一条，与核对过时不一样", false, length);
            }
            chain = kept.chain();
            seq = kept.seq();
        }
        long end = seq + most;
        while (seq < end) {
            List<ChainRow> rows = mapper.chain(seq, (int) Math.min(READ_AT_ONCE, end - seq));
            if (rows.isEmpty()) return ended(seq, chain, checkpoint, length);
            for (ChainRow row : rows) {
                String finding = finding(row, seq + 1, chain, checkpoint);
                if (finding != null) return new Verdict(seq, chain, seq + 1, finding, false, length);
                chain = row.chain();
                seq = row.seq();
            }
        }
        if (seq < length) return new Verdict(seq, chain, null, null, true, length);
        return ended(seq, chain, checkpoint, length);
    }

    private static Verdict ended(long seq, String chain, @Nullable Checkpoint checkpoint, long length) {
        boolean cut = checkpoint != null && checkpoint.seq() > seq;
        return cut
                ? new Verdict(seq, chain, seq + 1, "检查点之前的记录被截掉", false, length)
                : new Verdict(seq, chain, null, null, false, length);
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
