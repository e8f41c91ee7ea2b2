package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.PersonId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who manages an enterprise's account hands it to a confirmed colleague, who has to agree; where the manager is gone,
 * an officer of the unit does. Whoever changes something locks the enterprise first.
 */
@Service
public class HandingOver {

    private final EnterpriseRecords enterprises;
    private final Memberships memberships;
    private final HandoverMapper offers;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    HandingOver(
            EnterpriseRecords enterprises,
            Memberships memberships,
            HandoverMapper offers,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.enterprises = enterprises;
        this.memberships = memberships;
        this.offers = offers;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The manager offers the account to a colleague; an offer to another one is withdrawn by it. */
    @Transactional
    public void offer(PersonId manager, EnterpriseId id, MembershipId to) {
        Enterprise enterprise = enterprises.lock(id);
        Membership giver = memberships.requireManager(id, manager);
        Membership receiver = requireReceiver(memberships.lock(id, to));
        withdraw(id);
        offers.add(ids.next(), enterprise.county(), id, giver.id(), receiver.id(), clock.instant());
        audit.record("membership.offer-management", "membership", to, "请成员接手企业管理员");
    }

    /** The manager takes the offer back. */
    @Transactional
    public void takeBack(PersonId manager, EnterpriseId id) {
        enterprises.lock(id);
        Membership giver = memberships.requireManager(id, manager);
        if (offers.settle(id, "WITHDRAWN", clock.instant()) == 0) throw Problem.of(EnterpriseProblem.HANDOVER_GONE);
        audit.record("membership.withdraw-offer", "membership", giver.id(), "撤回企业管理员交接");
    }

    /** The colleague agrees and manages from now on. */
    @Transactional
    public void accept(PersonId person, EnterpriseId id) {
        enterprises.lock(id);
        Membership receiver = offeredTo(person, id);
        offers.settle(id, "ACCEPTED", clock.instant());
        Membership giver = memberships.manager(id).orElseThrow();
        memberships.save(giver.handOver(), MemberDeed.self(MemberStep.HANDED_OVER, giver.person()));
        memberships.save(receiver.takeOver(), MemberDeed.self(MemberStep.MADE_MANAGER, person));
        audit.record("membership.accept-management", "membership", receiver.id(), "接手企业管理员");
    }

    /** The colleague does not want it. */
    @Transactional
    public void refuse(PersonId person, EnterpriseId id) {
        enterprises.lock(id);
        Membership receiver = offeredTo(person, id);
        offers.settle(id, "REFUSED", clock.instant());
        audit.record("membership.refuse-management", "membership", receiver.id(), "不接手企业管理员");
    }

    /** An officer of the unit makes a confirmed member the manager, for a reason: the manager is gone. */
    @Transactional
    public void transfer(Actor officer, EnterpriseId id, MembershipId to, String reason) {
        if (!officer.scope().covers(enterprises.lock(id).unit())) throw Problem.of(PlatformProblem.NOT_FOUND);
        Membership receiver = requireReceiver(memberships.lock(id, to));
        withdraw(id);
        memberships
                .manager(id)
                .ifPresent(it ->
                        memberships.save(it.handOver(), MemberDeed.staff(MemberStep.HANDED_OVER, officer, reason)));
        memberships.save(receiver.takeOver(), MemberDeed.staff(MemberStep.MADE_MANAGER, officer, reason));
        audit.record("membership.transfer-management", "membership", to, "变更企业管理员：" + reason);
    }

    private void withdraw(EnterpriseId id) {
        offers.settle(id, "WITHDRAWN", clock.instant());
    }

    private Membership offeredTo(PersonId person, EnterpriseId id) {
        Membership member = memberships.open(id, person).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        var offer = offers.open(id);
        if (offer == null || !offer.receiverId().equals(member.id())) {
            throw Problem.of(EnterpriseProblem.HANDOVER_GONE);
        }
        return member;
    }

    private static Membership requireReceiver(Membership member) {
        if (!member.isInForce()) throw Problem.of(EnterpriseProblem.HANDOVER_TO_UNCONFIRMED);
        if (member.isManager()) throw Problem.of(EnterpriseProblem.MEMBER_IS_MANAGER);
        return member;
    }
}
