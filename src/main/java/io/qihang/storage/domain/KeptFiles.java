package io.qihang.storage.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.StorageProblem;
import io.qihang.storage.StoredFileView;
import io.qihang.storage.UploadPurpose;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Committed files and the objects they belong to, behind {@link io.qihang.storage.StoredFiles}. */
@Service
public class KeptFiles {

    private final StoredFileMapper mapper;
    private final ObjectStore store;
    private final AuditTrail audit;
    private final Clock clock;

    KeptFiles(StoredFileMapper mapper, ObjectStore store, AuditTrail audit, Clock clock) {
        this.mapper = mapper;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(Actor actor, UploadPurpose purpose, Collection<FileId> files, UUID owner) {
        Set<FileId> wanted = Set.copyOf(files);
        if (wanted.isEmpty()) throw Problem.of(StorageProblem.FILES_NOT_READY);
        mapper.letGo(wanted, owner, clock.instant());
        if (mapper.attach(wanted, purpose, actor.account(), owner) != wanted.size()) {
            throw Problem.of(StorageProblem.FILES_NOT_READY);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredFileView> add(Actor actor, UploadPurpose purpose, Collection<FileId> files, UUID owner) {
        Set<FileId> wanted = Set.copyOf(files);
        if (wanted.isEmpty()) return List.of();
        List<StoredFileView> added = mapper.add(wanted, purpose, actor.account(), owner).stream()
                .sorted(Comparator.comparing(StoredFile::openedAt))
                .map(StoredFile::view)
                .toList();
        if (added.size() != wanted.size()) throw Problem.of(StorageProblem.FILES_NOT_READY);
        return added;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID owner) {
        mapper.release(owner, clock.instant());
    }

    public List<StoredFileView> of(UUID owner) {
        return mapper.allOfOwner(owner).stream().map(StoredFile::view).toList();
    }

    /** Signing needs no call, so the link and its record are one transaction. */
    @Transactional
    public FileLink link(FileId id, UUID owner) {
        StoredFile file = require(id, owner);
        audit.record("file.link", "stored-file", id, "查看" + file.purpose().label());
        Instant until = store.signedUntil();
        return new FileLink(store.link(file.objectKey(), file.name()), file.name(), until);
    }

    public String checkAddress(FileId id, UUID owner) {
        return store.checkAddress(require(id, owner).objectKey());
    }

    private StoredFile require(FileId id, UUID owner) {
        StoredFile file = mapper.ofOwner(id, owner);
        if (file == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return file;
    }
}
