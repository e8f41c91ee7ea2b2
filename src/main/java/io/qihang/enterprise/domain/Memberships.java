package io.qihang.enterprise.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipConfirmed;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.PersonId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Memberships as they are kept. */
@Repository
class Memberships {

    private final MembershipMapper mapper;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Memberships(MembershipMapper mapper, ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** The enterprise's membership, locked until the transaction ends; another enterprise's is not found. */
    Membership lock(EnterpriseId enterprise, MembershipId id) {
        return Optional.ofNullable(mapper.lock(enterprise, id))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** The person's membership of the enterprise, asked for or in force. */
    Optional<Membership> open(EnterpriseId enterprise, PersonId person) {
        return Optional.ofNullable(mapper.open(enterprise, person));
    }

    Optional<Membership> manager(EnterpriseId enterprise) {
        return Optional.ofNullable(mapper.manager(enterprise));
    }

    /** The person's membership as the enterprise's manager; to anyone else the enterprise is not there. */
    Membership requireManager(EnterpriseId enterprise, PersonId person) {
        return manager(enterprise)
                .filter(it -> it.person().equals(person))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** Whether anyone acts for the enterprise. */
    boolean hasConfirmed(EnterpriseId enterprise) {
        return mapper.hasConfirmed(enterprise);
    }

    void add(Membership membership, MemberDeed deed) {
        mapper.insert(membership);
        note(membership, deed);
    }

    /** Saves a change with what was done. */
    void save(Membership membership, MemberDeed deed) {
        if (mapper.updateById(membership) == 0) throw new OptimisticLockingFailureException("stale " + membership.id());
        note(membership, deed);
    }

    /** Records what a change that is saved means besides. */
    void note(Membership membership, MemberDeed deed) {
        mapper.addStep(ids.next(), membership, deed, clock.instant());
    }

    void save(Membership membership, MemberDeed deed, MembershipConfirmed confirmed) {
        save(membership, deed);
        events.publishEvent(confirmed);
    }
}
