package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.identity.PersonId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadPurpose;
import io.qihang.storage.UploadRequest;
import io.qihang.storage.Uploads;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person sends a photo of the licence: with a registration that is under review or was given back, or for a
 * membership that rests on the person's word only. To anyone else there is nothing.
 */
@Service
public class SendingLicences {

    private final Registrations registrations;
    private final EnterpriseRecords enterprises;
    private final Memberships memberships;
    private final LicencePhotos photos;
    private final Uploads uploads;
    private final AuditTrail audit;

    SendingLicences(
            Registrations registrations,
            EnterpriseRecords enterprises,
            Memberships memberships,
            LicencePhotos photos,
            Uploads uploads,
            AuditTrail audit) {
        this.registrations = registrations;
        this.enterprises = enterprises;
        this.memberships = memberships;
        this.photos = photos;
        this.uploads = uploads;
        this.audit = audit;
    }

    /** A form for the photo that goes with a registration. */
    @Transactional
    public UploadForm openUpload(Actor person, RegistrationId id, UploadRequest asked) {
        return uploads.open(person, wanted(person, id).county(), UploadPurpose.LICENCE, asked);
    }

    /** Sends the photo, or another in its place. */
    @Transactional
    public void send(Actor person, RegistrationId id, FileId file) {
        photos.put(person, wanted(person, id).county(), id, file);
        audit.record("registration.licence", "registration", id, "提交营业执照照片");
    }

    /** A short link to the photo that went with the person's own registration. */
    @Transactional
    public FileLink open(Actor person, RegistrationId id) {
        return photos.open(own(person, id).id());
    }

    /** A form for the photo that shall prove the person's membership. */
    @Transactional
    public UploadForm openUpload(Actor person, EnterpriseId enterprise, UploadRequest asked) {
        return uploads.open(person, unproven(person, enterprise).county(), UploadPurpose.LICENCE, asked);
    }

    /** Sends the photo, or another in its place. */
    @Transactional
    public void send(Actor person, EnterpriseId enterprise, FileId file) {
        enterprises.lock(enterprise);
        Membership membership = unproven(person, enterprise);
        photos.put(person, membership.county(), membership.id(), file);
        audit.record("membership.licence", "membership", membership.id(), "提交营业执照照片");
    }

    /** A short link to the photo of the person's own membership. */
    @Transactional
    public FileLink open(Actor person, EnterpriseId enterprise) {
        return photos.open(own(person, enterprise).id());
    }

    private Registration wanted(Actor person, RegistrationId id) {
        Registration registration = own(person, id);
        if (!registration.isUndecided()) throw Problem.of(EnterpriseProblem.LICENCE_NOT_WANTED);
        return registration;
    }

    private Registration own(Actor person, RegistrationId id) {
        Registration registration = registrations.lock(id);
        if (!registration.belongsTo(new PersonId(person.account()))) throw Problem.of(PlatformProblem.NOT_FOUND);
        return registration;
    }

    private Membership unproven(Actor person, EnterpriseId enterprise) {
        Membership membership = own(person, enterprise);
        if (membership.isConfirmed()) throw Problem.of(EnterpriseProblem.LICENCE_NOT_WANTED);
        return membership;
    }

    private Membership own(Actor person, EnterpriseId enterprise) {
        return memberships
                .open(enterprise, new PersonId(person.account()))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }
}
