package io.qihang.storage.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.storage.FileKind;
import io.qihang.storage.StoredFileView;
import io.qihang.storage.UploadPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file on its way in: asked for, then taken or refused once and for all. */
@TableName("stored_file")
class StoredFile {

    /** How long an upload may stay without being committed. */
    static final Duration UNCOMMITTED_KEPT = Duration.ofHours(24);

    /** How long a committed file waits for the object it belongs to. */
    static final Duration UNOWNED_KEPT = Duration.ofDays(7);

    @TableId(type = IdType.INPUT)
    private final FileId id;

    private final RegionCode regionCode;
    private final UploadPurpose purpose;
    private final UUID uploader;
    private final String name;
    private final FileKind kind;
    private final long size;
    private final String uploadKey;
    private final Instant openedAt;
    private FileState state;
    private @Nullable Refusal refusal;
    private @Nullable String objectKey;
    private @Nullable Long storedSize;
    private @Nullable String sha256;
    private @Nullable Instant settledAt;
    private @Nullable UUID owner;
    private @Nullable Instant keptUntil;

    @Version
    private int version;

    private StoredFile(
            FileId id,
            RegionCode regionCode,
            UploadPurpose purpose,
            UUID uploader,
            String name,
            FileKind kind,
            long size,
            String uploadKey,
            Instant openedAt,
            FileState state,
            @Nullable Refusal refusal,
            @Nullable String objectKey,
            @Nullable Long storedSize,
            @Nullable String sha256,
            @Nullable Instant settledAt,
            @Nullable UUID owner,
            @Nullable Instant keptUntil,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.purpose = purpose;
        this.uploader = uploader;
        this.name = name;
        this.kind = kind;
        this.size = size;
        this.uploadKey = uploadKey;
        this.openedAt = openedAt;
        this.state = state;
        this.refusal = refusal;
        this.objectKey = objectKey;
        this.storedSize = storedSize;
        this.sha256 = sha256;
        this.settledAt = settledAt;
        this.owner = owner;
        this.keptUntil = keptUntil;
        this.version = version;
    }

    /** A file that is only asked for. */
    static StoredFile open(
            FileId id,
            RegionCode county,
            UploadPurpose purpose,
            UUID uploader,
            String name,
            FileKind kind,
            long size,
            String uploadKey,
            Instant now) {
        return new StoredFile(
                id,
                county,
                purpose,
                uploader,
                name,
                kind,
                size,
                uploadKey,
                now,
                FileState.AWAITED,
                null,
                null,
                null,
                null,
                null,
                null,
                now.plus(UNCOMMITTED_KEPT),
                0);
    }

    /** It passed; from now on it is what lies under the key. */
    void commit(String key, long bytes, String hash, Instant now) {
        state = FileState.COMMITTED;
        objectKey = key;
        storedSize = bytes;
        sha256 = hash;
        settledAt = now;
        keptUntil = now.plus(UNOWNED_KEPT);
    }

    void refuse(Refusal why, Instant now) {
        state = FileState.REFUSED;
        refusal = why;
        settledAt = now;
    }

    /** The file as others see it. */
    StoredFileView view() {
        return new StoredFileView(id, name, kind.contentType(), Objects.requireNonNull(storedSize));
    }

    FileId id() {
        return id;
    }

    RegionCode county() {
        return regionCode;
    }

    UploadPurpose purpose() {
        return purpose;
    }

    String name() {
        return name;
    }

    FileKind kind() {
        return kind;
    }

    long size() {
        return size;
    }

    Instant openedAt() {
        return openedAt;
    }

    String uploadKey() {
        return uploadKey;
    }

    FileState state() {
        return state;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /** Where the checked content lies; only of a committed file. */
    String objectKey() {
        return Objects.requireNonNull(objectKey);
    }
}
