package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.PersonId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members leave, are let go by the unit, or become something else in the enterprise. */
@Service
public class LeavingMembers {

    private final EnterpriseRecords enterprises;
    private final Memberships memberships;
    private final HandoverMapper offers;
    private final LicencePhotos photos;
    private final AuditTrail audit;
    private final Clock clock;

    LeavingMembers(
            EnterpriseRecords enterprises,
            Memberships memberships,
            HandoverMapper offers,
            LicencePhotos photos,
            AuditTrail audit,
            Clock clock) {
        this.enterprises = enterprises;
        this.memberships = memberships;
        this.offers = offers;
        this.photos = photos;
        this.audit = audit;
        this.clock = clock;
    }

    /** A member leaves; the manager hands over first. */
    @Transactional
    public void leave(PersonId person, EnterpriseId id) {
        enterprises.lock(id);
        Membership member = memberships.open(id, person).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        if (member.isManager()) throw Problem.of(EnterpriseProblem.MANAGER_CANNOT_LEAVE);
        end(id, member, MemberDeed.self(MemberStep.LEFT, person));
        audit.record("membership.leave", "membership", member.id(), "退出企业");
    }

    /** A person who cancels their account leaves every enterprise; a manager hands over first. */
    void leaveAll(PersonId person, List<EnterpriseId> ids) {
        for (EnterpriseId id : ids) {
            enterprises.lock(id);
            Membership member = memberships.open(id, person).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
            if (member.isManager()) throw Problem.of(EnterpriseProblem.MANAGER_CANNOT_CANCEL);
            end(id, member, MemberDeed.self(MemberStep.LEFT, person));
        }
    }

    /** An officer of the unit ends a membership, the manager's too. */
    @Transactional
    public void end(Actor officer, EnterpriseId id, MembershipId membership, String reason) {
        if (!officer.scope().covers(enterprises.lock(id).unit())) throw Problem.of(PlatformProblem.NOT_FOUND);
        Membership member = memberships.lock(id, membership);
        if (!member.isOpen()) throw Problem.of(EnterpriseProblem.MEMBERSHIP_DECIDED);
        end(id, member, MemberDeed.staff(MemberStep.ENDED, officer, reason));
        audit.record("membership.end", "membership", membership, "结束企业成员身份：" + reason);
    }

    /** The manager records what a colleague, or they themselves, are in the enterprise from now on. */
    @Transactional
    public void changeRole(PersonId manager, EnterpriseId id, MembershipId membership, MemberRole role) {
        enterprises.lock(id);
        memberships.requireManager(id, manager);
        Membership member = memberships.lock(id, membership);
        if (!member.isInForce()) throw Problem.of(EnterpriseProblem.MEMBERSHIP_DECIDED);
        if (member.role() == role) return;
        String note = member.role().label() + "改为" + role.label();
        memberships.save(member.become(role), MemberDeed.manager(MemberStep.ROLE_CHANGED, manager, note));
        audit.record("membership.change-role", "membership", membership, "变更成员身份：" + note);
    }

    private void end(EnterpriseId id, Membership member, MemberDeed deed) {
        var offer = offers.open(id);
        if (offer != null
                && (member.id().equals(offer.receiverId()) || member.id().equals(offer.giverId()))) {
            offers.settle(id, "WITHDRAWN", clock.instant());
        }
        member.end(java.util.Objects.requireNonNull(deed.account()), deed.note(), clock.instant());
        memberships.save(member, deed);
        photos.remove(member.id());
    }
}
