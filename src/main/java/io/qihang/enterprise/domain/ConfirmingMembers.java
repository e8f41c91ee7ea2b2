package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.MemberProof;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.MembershipConfirmed;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.People;
import io.qihang.identity.PersonId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is let in, by whom, and on what proof. */
@Service
public class ConfirmingMembers {

    private final EnterpriseRecords enterprises;
    private final Memberships memberships;
    private final CountyRegister register;
    private final People people;
    private final Assignments assignments;
    private final LicencePhotos photos;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ConfirmingMembers(
            EnterpriseRecords enterprises,
            Memberships memberships,
            CountyRegister register,
            People people,
            Assignments assignments,
            LicencePhotos photos,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.enterprises = enterprises;
        this.memberships = memberships;
        this.register = register;
        this.people = people;
        this.assignments = assignments;
        this.photos = photos;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** An officer of the unit confirms a person, who asked or is there on their own word. */
    @Transactional
    public void confirm(Actor officer, EnterpriseId enterprise, MembershipId id, OfficerProof on) {
        requireReach(officer, enterprise);
        vouch(officer, memberships.lock(enterprise, id), on);
    }

    /** The commissioner who looks after the enterprise today confirms a person they met there. */
    @Transactional
    public void confirmInField(Actor commissioner, EnterpriseId enterprise, MembershipId id, OfficerProof on) {
        enterprises.lock(enterprise);
        if (!assignments.isAssigned(commissioner, enterprise)) throw Problem.of(PlatformProblem.NOT_FOUND);
        vouch(commissioner, memberships.lock(enterprise, id), on);
    }

    /** An officer of the unit refuses a person. */
    @Transactional
    public void refuse(Actor officer, EnterpriseId enterprise, MembershipId id, String reason) {
        requireReach(officer, enterprise);
        refuse(
                memberships.lock(enterprise, id),
                MemberDeed.staff(MemberStep.REFUSED, officer, reason),
                officer.account());
    }

    /** The enterprise's manager lets a colleague in. */
    @Transactional
    public void approve(PersonId manager, EnterpriseId enterprise, MembershipId id) {
        requireManager(manager, enterprise);
        confirm(memberships.lock(enterprise, id), MemberProof.MANAGER, manager.value());
        audit.record("membership.approve", "membership", id, "同意加入企业");
    }

    /** The enterprise's manager turns a person down. */
    @Transactional
    public void turnDown(PersonId manager, EnterpriseId enterprise, MembershipId id, TurnDownReason reason) {
        requireManager(manager, enterprise);
        refuse(
                memberships.lock(enterprise, id),
                MemberDeed.manager(MemberStep.REFUSED, manager, reason.label()),
                manager.value());
    }

    /**
     * A person who bound a phone number later asks whether it is the register's.
     *
     * @return whether the person is confirmed now
     */
    @Transactional
    public boolean confirmByPhone(PersonId person, EnterpriseId id) {
        Membership membership = memberships.open(id, person).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        if (membership.isConfirmed()) return true;
        Enterprise enterprise = enterprises.lock(id);
        var listed = register.find(enterprise.county(), enterprise.uscc()).orElse(null);
        return confirmByPhone(membership, listed);
    }

    /** Confirms when the person's own number is the register's for the enterprise. */
    boolean confirmByPhone(Membership membership, CountyRegister.@Nullable Entry listed) {
        String phone = listed == null ? null : listed.contactPhone();
        if (phone == null || !people.hasPhone(membership.person(), phone)) return false;
        confirm(membership, MemberProof.PHONE, null);
        audit.record("membership.confirm", "membership", membership.id(), "本人手机号与企业名录电话一致");
        return true;
    }

    /** Confirms the person's open membership unless it is confirmed already. */
    void vouch(EnterpriseId enterprise, PersonId person, MemberProof on, UUID by) {
        memberships.open(enterprise, person).filter(it -> !it.isConfirmed()).ifPresent(it -> confirm(it, on, by));
    }

    /** The person who registered the enterprise becomes its first, self-reported member. */
    Membership addFirst(Enterprise enterprise, PersonId person, MemberRole role) {
        var membership =
                Membership.selfReported(new MembershipId(ids.next()), enterprise, person, role, clock.instant());
        memberships.add(membership, MemberDeed.self(MemberStep.REGISTERED, person));
        return membership;
    }

    /** A further person asks to be let in. */
    Membership addRequest(Enterprise enterprise, PersonId person, MemberRole role) {
        if (memberships.open(enterprise.id(), person).isPresent()) {
            throw Problem.of(EnterpriseProblem.ALREADY_MEMBER);
        }
        var membership = Membership.requested(new MembershipId(ids.next()), enterprise, person, role, clock.instant());
        memberships.add(membership, MemberDeed.self(MemberStep.ASKED, person));
        return membership;
    }

    /** Confirms a membership; the enterprise's row is locked, so only one person becomes its first and manager. */
    void confirm(Membership membership, MemberProof on, @Nullable UUID by) {
        enterprises.lock(membership.enterprise());
        boolean first = !memberships.hasConfirmed(membership.enterprise());
        membership.confirm(on, by, first, clock.instant());
        memberships.save(
                membership,
                MemberDeed.confirmed(on, by),
                new MembershipConfirmed(membership.id(), membership.enterprise(), membership.person()));
        if (first) memberships.note(membership, MemberDeed.first(on, by));
    }

    /** Confirms a membership on a member of staff's word; a licence called checked is on file and was opened. */
    void confirm(Actor staff, Membership membership, OfficerProof on) {
        if (on == OfficerProof.LICENCE) photos.requireChecked(membership.id(), staff);
        confirm(membership, on.proof(), staff.account());
    }

    private void vouch(Actor staff, Membership membership, OfficerProof on) {
        confirm(staff, membership, on);
        audit.record(
                "membership.confirm",
                "membership",
                membership.id(),
                "确认企业成员：" + on.proof().label());
    }

    private void refuse(Membership membership, MemberDeed deed, UUID by) {
        membership.refuse(by, deed.note(), clock.instant());
        memberships.save(membership, deed);
        photos.remove(membership.id());
        audit.record("membership.refuse", "membership", membership.id(), "不同意加入企业：" + deed.note());
    }

    private void requireReach(Actor officer, EnterpriseId enterprise) {
        if (!officer.scope().covers(enterprises.lock(enterprise).unit())) {
            throw Problem.of(PlatformProblem.NOT_FOUND);
        }
    }

    /** Locks the enterprise first, as an officer's decision does, so the two never wait for each other. */
    private void requireManager(PersonId person, EnterpriseId enterprise) {
        enterprises.lock(enterprise);
        memberships.requireManager(enterprise, person);
    }
}
