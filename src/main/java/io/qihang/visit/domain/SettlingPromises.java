package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.Assignments;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The commissioner who looks after the enterprise says what became of a promise, whoever it was made to. */
@Service
public class SettlingPromises {

    private final Promises promises;
    private final Assignments assignments;
    private final AuditTrail audit;
    private final Clock clock;

    SettlingPromises(Promises promises, Assignments assignments, AuditTrail audit, Clock clock) {
        this.promises = promises;
        this.assignments = assignments;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records that a promise was kept, or was not.
     *
     * @param on the day it was kept, or found not to be; from the visit's day to today
     */
    @Transactional
    public void settle(Actor commissioner, PromiseId id, boolean kept, LocalDate on, String note) {
        Promise promise = promises.lock(id);
        if (!assignments.isAssigned(commissioner, promise.enterprise())) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (on.isBefore(promises.madeOn(promise)) || on.isAfter(Times.dayOf(clock.instant()))) {
            throw Problem.of(VisitProblem.PROMISE_SETTLED_DAY);
        }
        promise.settle(kept, on, note.strip(), commissioner.account(), clock.instant());
        promises.save(promise);
        audit.record("promise.settle", "promise", id, "承诺" + (kept ? "已兑现" : "未兑现") + "，" + on);
    }
}
