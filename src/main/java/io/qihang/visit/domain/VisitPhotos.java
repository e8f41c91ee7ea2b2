package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.StaffId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.StoredFiles;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadPurpose;
import io.qihang.storage.UploadRequest;
import io.qihang.storage.Uploads;
import io.qihang.visit.VisitId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Photos of a visit, where the county takes any: never needed, never counted, sent by the author one by one once the
 * visit has arrived. They hang on the visit, not on a telling of it, so a later revision keeps them.
 */
@Service
public class VisitPhotos {

    static final int MOST = 3;

    private final Visits visits;
    private final VisitMapper mapper;
    private final VisitReading reading;
    private final VisitSettings settings;
    private final Uploads uploads;
    private final StoredFiles files;
    private final AuditTrail audit;
    private final Clock clock;

    VisitPhotos(
            Visits visits,
            VisitMapper mapper,
            VisitReading reading,
            VisitSettings settings,
            Uploads uploads,
            StoredFiles files,
            AuditTrail audit,
            Clock clock) {
        this.visits = visits;
        this.mapper = mapper;
        this.reading = reading;
        this.settings = settings;
        this.uploads = uploads;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** A form for one photo of the commissioner's own visit. */
    public UploadForm open(Actor commissioner, UUID clientId, UploadRequest asked) {
        Visit visit = visits.require(new StaffId(commissioner.account()), clientId);
        requireOn(visit.county());
        return uploads.open(commissioner, visit.county(), UploadPurpose.VISIT_PHOTO, asked);
    }

    /** Puts a photo to the commissioner's own visit; one that is there already stays as it is. */
    @Transactional
    public void add(Actor commissioner, UUID clientId, FileId file) {
        Visit visit = visits.await(new StaffId(commissioner.account()), clientId)
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        Set<FileId> there = Set.copyOf(mapper.photos(visit.id()));
        if (there.contains(file)) return;
        requireOn(visit.county());
        visit.requireOpen(clock.instant());
        if (there.size() >= MOST) throw Problem.of(VisitProblem.VISIT_PHOTOS_FULL, MOST);
        files.add(
                commissioner,
                UploadPurpose.VISIT_PHOTO,
                List.of(file),
                visit.id().value());
        mapper.addPhoto(visit.id(), file, visit.county(), clock.instant());
        audit.record("visit.photo", "visit", visit.id(), "附上走访照片");
    }

    /** A short link for the author. */
    @Transactional
    public FileLink link(Actor commissioner, UUID clientId, FileId file) {
        Visit visit = visits.require(new StaffId(commissioner.account()), clientId);
        return files.link(file, visit.id().value());
    }

    /** A short link for staff who see the visit. */
    @Transactional
    public FileLink view(Actor officer, VisitId id, FileId file) {
        return files.link(file, reading.show(officer, id).id().value());
    }

    private void requireOn(RegionCode county) {
        if (!settings.of(county).photos()) throw Problem.of(VisitProblem.VISIT_PHOTOS_OFF);
    }
}
