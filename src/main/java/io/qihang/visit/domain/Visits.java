package io.qihang.visit.domain;

import io.qihang.identity.StaffId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.visit.VisitRecorded;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Visits as they are kept. */
@Repository
class Visits {

    private final VisitMapper mapper;
    private final ApplicationEventPublisher events;

    Visits(VisitMapper mapper, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.events = events;
    }

    /** The author's visit by the phone's own id; until the transaction ends no other sending of it is taken up. */
    Optional<Visit> await(StaffId author, UUID clientId) {
        mapper.takeTurn(author, clientId);
        return Optional.ofNullable(mapper.find(author, clientId));
    }

    /** The author's visit by the phone's own id. */
    Visit require(StaffId author, UUID clientId) {
        return Optional.ofNullable(mapper.find(author, clientId))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    void add(Visit visit) {
        mapper.insert(visit);
        events.publishEvent(
                new VisitRecorded(visit.id(), visit.enterprise(), visit.county(), visit.author(), visit.visitedAt()));
    }

    void save(Visit visit) {
        if (mapper.updateById(visit) == 0) throw new OptimisticLockingFailureException("stale " + visit.id());
    }
}
