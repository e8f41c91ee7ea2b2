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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A visit arrives from the phone, or from several, once or many times, in any order. The latest telling that nothing has
 * overtaken stands (see {@link Tellings}); every problem in any telling becomes one ticket. So the order of arrival does
 * not matter, and what two phones told differently is kept for the author to look at.
 */
@Service
public class RecordingVisits {

    private static final Duration FAST_CLOCK = Duration.ofMinutes(10);

    private final Visits visits;
    private final VisitMapper mapper;
    private final Promises promises;
    private final ProblemsHeard problems;
    private final Callbacks callbacks;
    private final VisitSeals seals;
    private final VisitSettings settings;
    private final Assignments assignments;
    private final Enterprises enterprises;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RecordingVisits(
            Visits visits,
            VisitMapper mapper,
            Promises promises,
            ProblemsHeard problems,
            Callbacks callbacks,
            VisitSeals seals,
            VisitSettings settings,
            Assignments assignments,
            Enterprises enterprises,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.visits = visits;
        this.mapper = mapper;
        this.promises = promises;
        this.problems = problems;
        this.callbacks = callbacks;
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
     * @param disputed whether another phone told it differently, so that the author has to look
     * @param tickets which ticket each problem became
     */
    public record Receipt(
            VisitId visit,
            UUID clientId,
            int revision,
            boolean disputed,
            Instant receivedAt,
            Instant editableUntil,
            List<VisitRows.TicketLine> tickets) {}

    /**
     * Where a telling comes from.
     *
     * @param device which phone; null from a client that does not tell
     * @param revision which change on the phone it is, from 1
     * @param base the revision it was written on top of; 0 for a new visit
     */
    public record Written(@Nullable UUID device, int revision, int base) {

        Tellings.Telling telling(String index) {
            return new Tellings.Telling(device == null ? Tellings.UNNAMED : device, revision, base, index);
        }
    }

    /** A receipt, and whether it is the first. */
    public record Recorded(Receipt receipt, boolean first) {}

    /**
     * Takes a telling of a visit up.
     *
     * @param clientId the phone's own id of the visit
     * @throws Problem {@code NOT_FOUND} when the enterprise was not the commissioner's on the visit's day
     */
    @Transactional
    public Recorded record(Actor commissioner, UUID clientId, Written written, VisitReport report) {
        if (written.base() >= written.revision()) throw Problem.of(VisitProblem.VISIT_BASE);
        var author = new StaffId(commissioner.account());
        Optional<Visit> known = visits.await(author, clientId);
        Visit visit = known.orElseGet(() -> first(author, clientId, written, report));
        known.ifPresent(it -> again(it, written, report));
        var tickets = problems.raise(commissioner, visit, report.problems(), clock.instant());
        return new Recorded(
                new Receipt(
                        visit.id(),
                        clientId,
                        visit.revision(),
                        visit.isDisputed(),
                        visit.receivedAt(),
                        visit.editableUntil(),
                        tickets),
                known.isEmpty());
    }

    private Visit first(StaffId author, UUID clientId, Written written, VisitReport report) {
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
                seals.content(id, report, written.revision()),
                clock.instant(),
                Duration.ofHours(settings.of(card.county()).editHours()));
        visits.add(visit);
        promises.add(visit, report.promises());
        keep(visit, written.telling(visit.contentIndex()), report);
        callbacks.draw(visit);
        audit.record(
                "visit.record",
                "visit",
                id,
                report.kind().label() + "走访企业 " + card.id() + "，承诺 "
                        + report.promises().size() + " 项，问题 "
                        + report.problems().size() + " 个");
        return visit;
    }

    private void again(Visit visit, Written written, VisitReport report) {
        if (!visit.enterprise().equals(report.enterprise())) {
            throw Problem.of(VisitProblem.VISIT_OF_ANOTHER_ENTERPRISE);
        }
        var known = new Tellings(mapper.tellings(visit.id()));
        var telling = written.telling(seals.index(report));
        var before = known.find(telling.device(), telling.revision());
        if (before != null) {
            boolean overtaken = known.all().stream().anyMatch(before::isOvertakenBy);
            if (!overtaken && !seals.isSame(before.index(), report)) {
                throw Problem.of(VisitProblem.VISIT_REVISION_TAKEN);
            }
            return;
        }
        var all = known.with(telling);
        boolean same = seals.isSame(visit.contentIndex(), report);
        if (!same && all.heads().contains(telling)) {
            visit.requireOpen(clock.instant());
            check(visit.author(), visit.county(), report);
        }
        keep(visit, telling, report);
        var standing = all.standing();
        if (standing.equals(telling)) stand(visit, standing.revision(), same, report);
        else if (!known.isEmpty() && !standing.equals(known.standing())) standAgain(visit, standing);
        visit.dispute(all.isDisputed());
        visits.save(visit);
    }

    /** What stood is overtaken by a telling that is itself overtaken: one that arrived before stands. */
    private void standAgain(Visit visit, Tellings.Telling standing) {
        mapper.told(visit.id()).stream()
                .filter(it -> it.device().equals(standing.device()) && it.revision() == standing.revision())
                .findFirst()
                .ifPresent(it -> stand(visit, standing.revision(), false, seals.told(visit.id(), it.content())));
    }

    /** Said again as it stands, nothing changes but that tellings in between come too late. */
    private void stand(Visit visit, int revision, boolean same, VisitReport report) {
        if (same) {
            visit.confirm(revision);
            return;
        }
        visit.change(seals.content(visit.id(), report, revision), clock.instant());
        promises.correct(visit, report.promises());
        audit.record("visit.record", "visit", visit.id(), "修改走访记录，第 " + revision + " 稿");
    }

    private void keep(Visit visit, Tellings.Telling telling, VisitReport report) {
        mapper.addTelling(visit.id(), visit.county(), telling, seals.telling(visit.id(), report), clock.instant());
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
