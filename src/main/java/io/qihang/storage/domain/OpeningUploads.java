package io.qihang.storage.domain;

import io.qihang.access.Actor;
import io.qihang.platform.Ids;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.storage.FileKind;
import io.qihang.storage.StorageProblem;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadPurpose;
import io.qihang.storage.UploadRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Gives out forms, behind {@link io.qihang.storage.Uploads}. */
@Service
public class OpeningUploads {

    private static final String FOLDER = "upload/";

    private final StoredFileMapper mapper;
    private final ObjectStore store;
    private final Ids ids;
    private final Clock clock;

    OpeningUploads(StoredFileMapper mapper, ObjectStore store, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    public UploadForm open(Actor actor, RegionCode county, UploadPurpose purpose, UploadRequest asked) {
        long size = asked.size();
        FileKind kind = FileKind.of(asked.contentType())
                .filter(purpose::takes)
                .orElseThrow(() -> Problem.of(StorageProblem.FILE_TYPE_REFUSED, purpose.kindsInWords()));
        if (size < 1 || size > kind.maxBytes()) {
            throw Problem.of(StorageProblem.FILE_TOO_LARGE, kind.label(), kind.megabytes());
        }
        String checked = FileName.require(asked.name(), kind);
        FileId id = new FileId(ids.next());
        String key = FOLDER + ids.next();
        Instant now = clock.instant();
        mapper.insert(StoredFile.open(id, county, purpose, actor.account(), checked, kind, size, key, now));
        Instant until = store.signedUntil();
        return new UploadForm(id, store.formUrl(), store.form(key, kind, size, until), until);
    }
}
