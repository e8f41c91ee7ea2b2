package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.visit.VisitId;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The enterprise taps, once, whether somebody came and whether it was useful: proof without watching anyone. */
@Service
public class EchoingVisits {

    private final VisitMapper mapper;
    private final AuditTrail audit;
    private final Clock clock;

    EchoingVisits(VisitMapper mapper, AuditTrail audit, Clock clock) {
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps the enterprise's answer to a visit of it. */
    @Transactional
    public void echo(Actor person, EnterpriseId enterprise, VisitId visit, boolean came, boolean useful) {
        var member = new PersonId(person.account());
        if (!mapper.isOfMember(visit, enterprise, member)) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (mapper.echo(visit, member, came, useful, clock.instant()) == 0) {
            throw Problem.of(VisitProblem.VISIT_ECHO_GIVEN);
        }
        audit.record("visit.echo", "visit", visit, "企业回应走访：" + (came ? useful ? "来过，有用" : "来过，没有用" : "没来过"));
    }
}
