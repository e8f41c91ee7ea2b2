package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.MembershipId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.StoredFiles;
import io.qihang.storage.UploadPurpose;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Photos of licences as they are kept: at most one of a registration and of a membership, the same one once the
 * registration is accepted. The caller has decided who may and holds the lock on the registration or the enterprise.
 */
@Component
class LicencePhotos {

    private final LicenceMapper mapper;
    private final StoredFiles files;
    private final Ids ids;
    private final Clock clock;

    LicencePhotos(LicenceMapper mapper, StoredFiles files, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes this the photo of the registration; one sent before goes. */
    void put(Actor person, RegionCode county, RegistrationId registration, FileId file) {
        put(person, county, mapper.ofRegistration(registration), registration, null, file);
    }

    /** Makes this the photo of the membership; one sent before goes. */
    void put(Actor person, RegionCode county, MembershipId membership, FileId file) {
        put(person, county, mapper.ofMembership(membership), null, membership, file);
    }

    private void put(
            Actor person,
            RegionCode county,
            LicenceMapper.@Nullable Photo before,
            @Nullable RegistrationId registration,
            @Nullable MembershipId membership,
            FileId file) {
        if (before != null && before.fileId().equals(file)) return;
        var id = before == null ? ids.next() : before.id();
        files.attach(person, UploadPurpose.LICENCE, List.of(file), id);
        if (before == null) mapper.add(id, county, registration, membership, file, clock.instant());
        else mapper.replace(id, file, clock.instant());
    }

    /** The registration became this membership, and so does its photo. */
    void follow(RegistrationId registration, MembershipId membership) {
        mapper.follow(registration, membership);
    }

    /** The membership came to nothing or is over: the photo goes. */
    void remove(MembershipId membership) {
        var photo = mapper.ofMembership(membership);
        if (photo == null) return;
        files.release(photo.id());
        mapper.remove(photo.id());
    }

    /** A short link for the person who sent it. */
    FileLink open(RegistrationId registration) {
        return link(mapper.ofRegistration(registration));
    }

    /** A short link for the person who sent it. */
    FileLink open(MembershipId membership) {
        return link(mapper.ofMembership(membership));
    }

    /** A short link for staff, who from then on may say that they checked it. */
    FileLink check(Actor staff, RegistrationId registration) {
        return check(staff, mapper.ofRegistration(registration));
    }

    /** A short link for staff, who from then on may say that they checked it. */
    FileLink check(Actor staff, MembershipId membership) {
        return check(staff, mapper.ofMembership(membership));
    }

    private FileLink check(Actor staff, LicenceMapper.@Nullable Photo photo) {
        FileLink link = link(photo);
        if (photo != null) mapper.opened(photo.id(), photo.fileId(), staff.account(), clock.instant());
        return link;
    }

    private FileLink link(LicenceMapper.@Nullable Photo photo) {
        if (photo == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return files.link(photo.fileId(), photo.id());
    }

    /** Refuses to call a licence checked that is not there, or that this member of staff has not opened as it is now. */
    void requireChecked(MembershipId membership, Actor staff) {
        var photo = mapper.ofMembership(membership);
        if (photo == null) throw Problem.of(EnterpriseProblem.LICENCE_MISSING);
        if (!staff.account().equals(photo.openedBy())) throw Problem.of(EnterpriseProblem.LICENCE_NOT_OPENED);
    }
}
