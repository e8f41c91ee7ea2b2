package io.qihang.enterprise.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipConfirmed;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.PersonId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Memberships as they are kept. */
@Repository
class Memberships {

    private final MembershipMapper mapper;
    private final ApplicationEventPublisher events;

    Memberships(MembershipMapper mapper, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.events = events;
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

    boolean hasManager(EnterpriseId enterprise) {
        return mapper.hasManager(enterprise);
    }

    void add(Membership membership) {
        mapper.insert(membership);
    }

    void save(Membership membership) {
        if (mapper.updateById(membership) == 0) throw new OptimisticLockingFailureException("stale " + membership.id());
    }

    void save(Membership membership, MembershipConfirmed confirmed) {
        save(membership);
        events.publishEvent(confirmed);
    }
}
