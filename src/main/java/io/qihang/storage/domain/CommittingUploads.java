package io.qihang.storage.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.qihang.storage.FileId;
import io.qihang.storage.StorageProblem;
import io.qihang.storage.StoredFileView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes a file in: what was sent is read, checked and written to a key no form reaches, all before a transaction; then
 * the row says so. Whatever is written without its row becoming true is doomed beforehand and swept away.
 */
@Service
public class CommittingUploads {

    private static final Logger log = LoggerFactory.getLogger(CommittingUploads.class);

    /** Longer than any attempt can take. */
    private static final Duration ATTEMPT = Duration.ofHours(1);

    /** A form may bring the object back as long as it is good. */
    private static final Duration FORM_AND_A_BIT = ObjectStore.SIGNED_FOR.plusMinutes(5);

    private final StoredFileMapper mapper;
    private final ObjectStore store;
    private final ContentCheck check;
    private final IdempotentRequests requests;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    CommittingUploads(
            StoredFileMapper mapper,
            ObjectStore store,
            ContentCheck check,
            IdempotentRequests requests,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.store = store;
        this.check = check;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a look at the object told: refused, or clean and written under a key. */
    private record Found(@Nullable Refusal refusal, String key, long size, String sha256) {

        static Found refused(Refusal why) {
            return new Found(why, "", 0, "");
        }
    }

    /** How a file stands after a request; kept as the answer to its repetition. */
    record Settled(
            FileState state,
            @Nullable Refusal refusal,
            @Nullable StoredFileView file) {}

    /**
     * Commits the actor's own upload; a repetition is answered alike.
     *
     * @throws Problem {@code FILE_NOT_UPLOADED}, {@code FILE_REFUSED}, {@code FILE_STORE_UNREACHABLE}
     */
    public StoredFileView commit(Actor actor, FileId id, @Nullable String key) {
        StoredFile file = mapper.ofUploader(id, actor.account());
        if (file == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        Found found = file.state() == FileState.AWAITED ? look(file) : null;
        Settled settled = requests.once(
                actor.account(),
                "commitUpload " + id,
                key,
                id,
                Settled.class,
                () -> settle(actor.account(), id, found));
        if (found != null) removeSent(file);
        Refusal refusal = settled.refusal();
        if (refusal != null) throw Problem.of(StorageProblem.FILE_REFUSED, refusal.message());
        return java.util.Objects.requireNonNull(settled.file());
    }

    /** At once if the store answers, else by the sweep; the sweep comes again when the form is no longer good. */
    private void removeSent(StoredFile file) {
        try {
            store.remove(file.uploadKey());
        } catch (Problem unreachable) {
            log.warn("what was sent for {} is left to the sweep", file.id());
        }
    }

    private Found look(StoredFile file) {
        byte[] sent = store.read(file.uploadKey(), file.size())
                .orElseThrow(() -> Problem.of(StorageProblem.FILE_NOT_UPLOADED));
        if (sent.length != file.size()) return Found.refused(Refusal.SIZE_DIFFERS);
        try {
            byte[] clean = check.check(file.kind(), sent);
            String key = newKey(file);
            mapper.doom(key, file.county(), clock.instant().plus(ATTEMPT));
            store.write(key, file.kind(), clean);
            return new Found(null, key, clean.length, sha256(clean));
        } catch (ContentRefused e) {
            return Found.refused(e.refusal());
        }
    }

    private Settled settle(UUID uploader, FileId id, @Nullable Found found) {
        StoredFile file = mapper.lock(id, uploader);
        if (file == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (found != null && file.state() == FileState.AWAITED) settle(file, found);
        StoredFileView view = file.state() == FileState.COMMITTED ? file.view() : null;
        return new Settled(file.state(), file.refusal(), view);
    }

    private void settle(StoredFile file, Found found) {
        Instant now = clock.instant();
        Refusal refusal = found.refusal();
        if (refusal == null) {
            if (mapper.spare(found.key()) == 0) throw Problem.of(PlatformProblem.CHANGED_MEANWHILE);
            file.commit(found.key(), found.size(), found.sha256(), now);
        } else {
            file.refuse(refusal, now);
        }
        mapper.updateById(file);
        mapper.doom(file.uploadKey(), file.county(), now.plus(FORM_AND_A_BIT));
        audit.record(
                "file.commit",
                "stored-file",
                file.id(),
                file.purpose().label() + (refusal == null ? "已通过检查" : "没有通过检查：" + refusal.name()));
    }

    /** {@code certificate/2026/11/…}: tells nothing about the file and is told to nobody. */
    private String newKey(StoredFile file) {
        var day = Times.dayOf(clock.instant());
        return "%s/%d/%02d/%s".formatted(file.purpose().folder(), day.getYear(), day.getMonthValue(), ids.next());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
