package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The unit checks registrations that match no register entry: accepts them, or gives them back with reasons. */
@Service
public class ReviewingRegistrations {

    private final Registrations registrations;
    private final EnterpriseRecords enterprises;
    private final Accepting accepting;
    private final ConfirmingMembers members;
    private final LicencePhotos photos;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewingRegistrations(
            Registrations registrations,
            EnterpriseRecords enterprises,
            Accepting accepting,
            ConfirmingMembers members,
            LicencePhotos photos,
            AuditTrail audit,
            Clock clock) {
        this.registrations = registrations;
        this.enterprises = enterprises;
        this.accepting = accepting;
        this.members = members;
        this.photos = photos;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Accepts a registration. When the code was registered meanwhile, the person asks to join that enterprise.
     *
     * @param member on what the person is confirmed along with it; null leaves the person self-reported
     */
    @Transactional
    public EnterpriseId accept(Actor officer, RegistrationId id, @Nullable OfficerProof member) {
        Registration registration = require(officer, id);
        enterprises.lockCode(registration.county(), registration.uscc());
        var there = enterprises.find(registration.county(), registration.uscc());
        Enterprise enterprise = there.orElseGet(() -> accepting.add(registration, null, officer.account()));
        registration.accept(enterprise.id(), officer.account(), clock.instant());
        registrations.save(registration, RegistrationStep.ACCEPTED, officer.account(), "");
        Membership membership = there.isPresent()
                ? members.addRequest(enterprise, registration.person(), registration.role())
                : members.addFirst(enterprise, registration.person(), registration.role());
        photos.follow(id, membership.id());
        if (member != null) members.confirm(officer, membership, member);
        audit.record("registration.accept", "registration", id, "接受企业登记 " + registration.uscc());
        return enterprise.id();
    }

    /** Gives a registration back, to be amended and submitted again. */
    @Transactional
    public void giveBack(Actor officer, RegistrationId id, List<ReturnReason> reasons, String note) {
        Registration registration = require(officer, id);
        registration.giveBack(officer.account(), reasons, note, clock.instant());
        String words = reasons.stream().map(ReturnReason::label).collect(Collectors.joining("；"));
        registrations.save(
                registration,
                RegistrationStep.RETURNED,
                officer.account(),
                note.isEmpty() ? words : words + "：" + note);
        audit.record("registration.return", "registration", id, "退回企业登记：" + words);
    }

    private Registration require(Actor officer, RegistrationId id) {
        Registration registration = registrations.lock(id);
        if (!registration.isSeenBy(officer.scope())) throw Problem.of(PlatformProblem.NOT_FOUND);
        return registration;
    }
}
