package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.Enterprises;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commissioner who looks after the enterprise says what became of a promise, whoever it was made to. Where two say
 * different things, the first stands, the other is kept beside it, and an officer of the desk decides.
 */
@Service
public class SettlingPromises {

    private final Promises promises;
    private final PromiseMapper mapper;
    private final Assignments assignments;
    private final Enterprises enterprises;
    private final AuditTrail audit;
    private final Clock clock;

    SettlingPromises(
            Promises promises,
            PromiseMapper mapper,
            Assignments assignments,
            Enterprises enterprises,
            AuditTrail audit,
            Clock clock) {
        this.promises = promises;
        this.mapper = mapper;
        this.assignments = assignments;
        this.enterprises = enterprises;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records that a promise was kept, or was not.
     *
     * @param on the day it was kept, or found not to be; from the visit's day to today
     * @return whether another outcome stands already, so that an officer has to decide
     */
    @Transactional
    public boolean settle(Actor commissioner, PromiseId id, boolean kept, LocalDate on, String note) {
        Promise promise = promises.lock(id);
        if (!assignments.isAssigned(commissioner, promise.enterprise())) throw Problem.of(PlatformProblem.NOT_FOUND);
        requireDay(promise, on);
        boolean disputed = promise.isOtherwise(kept);
        if (disputed) {
            promises.claim(promise, kept, on, note.strip(), commissioner.account(), clock.instant());
        } else {
            promise.settle(kept, on, note.strip(), commissioner.account(), clock.instant());
            promises.saveSettled(promise);
        }
        audit.record(
                "promise.settle",
                "promise",
                id,
                "承诺" + (kept ? "已兑现" : "未兑现") + "，" + on + (disputed ? "，与已登记的不一样" : ""));
        return disputed;
    }

    /** An officer decides between the outcomes that were told. */
    @Transactional
    public void decide(Actor officer, PromiseId id, boolean kept, LocalDate on, String note) {
        Promise promise = promises.lock(id);
        enterprises.require(promise.enterprise(), officer.scope());
        requireDay(promise, on);
        if (mapper.decideClaims(id, officer.account(), clock.instant()) == 0) {
            throw Problem.of(VisitProblem.PROMISE_UNDISPUTED);
        }
        promise.decide(kept, on, note.strip(), officer.account(), clock.instant());
        promises.saveSettled(promise);
        audit.record("promise.decide", "promise", id, "两种说法核对后定为" + (kept ? "已兑现" : "未兑现") + "，" + on);
    }

    private void requireDay(Promise promise, LocalDate on) {
        if (on.isBefore(promises.madeOn(promise)) || on.isAfter(Times.dayOf(clock.instant()))) {
            throw Problem.of(VisitProblem.PROMISE_SETTLED_DAY);
        }
    }
}
