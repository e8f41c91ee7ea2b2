package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.visit.VisitId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A visit arrives from the phone, once or many times, in any order. The telling with the highest revision stands; every
 * problem in any telling becomes one ticket. So the order of arrival does not matter.
 */
@Service
public class RecordingVisits {

    private static final Duration FAST_CLOCK = Duration.ofMinutes(10);

    private final Visits visits;
    private final Promises promises;
    private final ProblemsHeard problems;
    private final VisitSeals seals;
    private final VisitSettings settings;
    private final Assignments assignments;
    private final Enterprises enterprises;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RecordingVisits(
            Visits visits,
            Promises promises,
            ProblemsHeard problems,
            VisitSeals seals,
            VisitSettings settings,
            Assignments assignments,
            Enterprises enterprises,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.visits = visits;
        this.promises = promises;
        this.problems = problems;
        this.seals = seals;
        this.settings = settings;
        this.assignments = assignments;
        this.enterprises = enterprises;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the phone is told: the same however often it asks.
     *
     * @param revision of the telling that stands
     * @param tickets which ticket each problem became
     */
    public record Receipt(
            VisitId visit,
            UUID clientId,
            int revision,
            Instant receivedAt,
            Instant editableUntil,
            List<VisitRows.TicketLine> tickets) {}

    /** A receipt, and whether it is the first. */
    public record Recorded(Receipt receipt, boolean first) {}

    /**
     * Takes a telling of a visit up.
     *
     * @param clientId the phone's own id of the visit
     * @param revision which change on the phone it is, from 1
     * @throws Problem {@code NOT_FOUND} when the enterprise was not the commissioner's on the visit's day
     */
    @Transactional
    public Recorded record(Actor commissioner, UUID clientId, int revision, VisitReport report) {
        var author = new StaffId(commissioner.account());
        Optional<Visit> known = visits.await(author, clientId);
        Visit visit = known.orElseGet(() -> first(author, clientId, revision, report));
        known.ifPresent(it -> again(it, revision, report));
        var tickets = problems.raise(commissioner, visit, report.problems(), clock.instant());
        return new Recorded(
                new Receipt(visit.id(), clientId, visit.revision(), visit.receivedAt(), visit.editableUntil(), tickets),
                known.isEmpty());
    }

    private Visit first(StaffId author, UUID clientId, int revision, VisitReport report) {
        var card = Optional.ofNullable(
                        enterprises.cards(List.of(report.enterprise())).get(report.enterprise()))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        check(author, card.county(), report);
        var id = new VisitId(ids.next());
        Visit visit = Visit.first(
                id,
                card.county(),
                author,
                clientId,
                card.id(),
                seals.content(id, report, revision),
                clock.instant(),
                Duration.ofHours(settings.of(card.county()).editHours()));
        visits.add(visit);
        promises.add(visit, report.promises());
        audit.record(
                "visit.record",
                "visit",
                id,
                report.kind().label() + "走访企业 " + card.id() + "，承诺 "
                        + report.promises().size() + " 项，问题 "
                        + report.problems().size() + " 个");
        return visit;
    }

    private void again(Visit visit, int revision, VisitReport report) {
        if (!visit.enterprise().equals(report.enterprise())) {
            throw Problem.of(VisitProblem.VISIT_OF_ANOTHER_ENTERPRISE);
        }
        boolean same = seals.isSame(visit, report);
        if (revision < visit.revision() || (same && revision == visit.revision())) return;
        if (revision == visit.revision()) throw Problem.of(VisitProblem.VISIT_REVISION_TAKEN);
        if (same) repeat(visit, revision);
        else change(visit, revision, report);
    }

    /** Said again as it stands: nothing changes but that tellings in between come too late. */
    private void repeat(Visit visit, int revision) {
        visit.confirm(revision);
        visits.save(visit);
    }

    private void change(Visit visit, int revision, VisitReport report) {
        visit.requireOpen(clock.instant());
        check(visit.author(), visit.county(), report);
        visit.change(seals.content(visit.id(), report, revision), clock.instant());
        visits.save(visit);
        promises.correct(visit, report.promises());
        audit.record("visit.record", "visit", visit.id(), "修改走访记录，第 " + revision + " 稿");
    }

    private void check(StaffId author, RegionCode county, VisitReport report) {
        var setting = settings.of(county);
        Instant now = clock.instant();
        if (report.visitedAt().isAfter(now.plus(FAST_CLOCK))) throw Problem.of(VisitProblem.VISIT_IN_FUTURE);
        var day = Times.dayOf(report.visitedAt());
        if (day.isBefore(Times.dayOf(now).minusDays(setting.oldestDays()))) {
            throw Problem.of(VisitProblem.VISIT_TOO_OLD, setting.oldestDays());
        }
        if (report.place() != null && !setting.place()) throw Problem.of(VisitProblem.VISIT_PLACE_OFF);
        report.promises().stream()
                .filter(it -> it.dueOn().isBefore(day))
                .findFirst()
                .ifPresent(it -> {
                    throw Problem.of(VisitProblem.VISIT_PROMISE_DUE, it.what());
                });
        if (!assignments.isAssigned(author, report.enterprise(), day)) throw Problem.of(PlatformProblem.NOT_FOUND);
    }
}
