package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.storage.FileLink;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff look at the photo of a licence beside the form or the membership it shall prove. */
@Service
public class CheckingLicences {

    private final Registrations registrations;
    private final EnterpriseRecords enterprises;
    private final Memberships memberships;
    private final Assignments assignments;
    private final LicencePhotos photos;

    CheckingLicences(
            Registrations registrations,
            EnterpriseRecords enterprises,
            Memberships memberships,
            Assignments assignments,
            LicencePhotos photos) {
        this.registrations = registrations;
        this.enterprises = enterprises;
        this.memberships = memberships;
        this.assignments = assignments;
        this.photos = photos;
    }

    /** The photo that went with a registration within the officer's scope. */
    @Transactional
    public FileLink open(Actor officer, RegistrationId id) {
        Registration registration = registrations.lock(id);
        if (!registration.isSeenBy(officer.scope())) throw Problem.of(PlatformProblem.NOT_FOUND);
        return photos.check(officer, id);
    }

    /** The photo a member of an enterprise within the officer's scope sent. */
    @Transactional
    public FileLink open(Actor officer, EnterpriseId enterprise, MembershipId id) {
        if (!officer.scope().covers(enterprises.lock(enterprise).unit())) throw Problem.of(PlatformProblem.NOT_FOUND);
        return photos.check(officer, memberships.lock(enterprise, id).id());
    }

    /** The photo a member of an enterprise sent that the commissioner looks after today. */
    @Transactional
    public FileLink openInField(Actor commissioner, EnterpriseId enterprise, MembershipId id) {
        enterprises.lock(enterprise);
        if (!assignments.isAssigned(commissioner, enterprise)) throw Problem.of(PlatformProblem.NOT_FOUND);
        return photos.check(commissioner, memberships.lock(enterprise, id).id());
    }
}
