package io.qihang.visit.domain;

import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.qihang.visit.PromiseSettled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Promises as they are kept. */
@Repository
class Promises {

    private final PromiseMapper mapper;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    Promises(PromiseMapper mapper, Ids ids, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.ids = ids;
        this.events = events;
    }

    /** The promise, locked until the transaction ends. */
    Promise lock(PromiseId id) {
        return Optional.ofNullable(mapper.lock(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** The day of the visit it was made on. */
    LocalDate madeOn(Promise promise) {
        return Times.dayOf(mapper.visitedAt(promise.visit()));
    }

    void add(Visit visit, List<VisitReport.Promised> told) {
        told.forEach(it -> mapper.insert(Promise.made(new PromiseId(ids.next()), visit, it)));
    }

    /** Makes the visit's open promises the told ones; what became of a promise is known stays. */
    void correct(Visit visit, List<VisitReport.Promised> told) {
        Map<UUID, Promise> there = new HashMap<>(
                mapper.ofVisit(visit.id()).stream().collect(Collectors.toMap(Promise::clientId, Function.identity())));
        for (VisitReport.Promised it : told) {
            Promise known = there.remove(it.id());
            if (known == null) add(visit, List.of(it));
            else if (known.isOpen() && !known.says(it)) correct(known, it);
        }
        there.values().stream().filter(Promise::isOpen).forEach(it -> mapper.takeBack(it.id()));
    }

    private void correct(Promise promise, VisitReport.Promised told) {
        promise.correct(told);
        save(promise);
    }

    /** Keeps what became of it, and tells. */
    void saveSettled(Promise promise) {
        save(promise);
        events.publishEvent(new PromiseSettled(promise.id().value(), promise.enterprise(), promise.county()));
    }

    /** Keeps what somebody else told of it beside what stands. */
    void claim(Promise promise, boolean kept, LocalDate on, String note, UUID by, Instant now) {
        mapper.claim(ids.next(), promise.id(), promise.county(), kept, on, note, by, now);
    }

    void save(Promise promise) {
        if (mapper.updateById(promise) == 0) throw new OptimisticLockingFailureException("stale " + promise.id());
    }
}
