package io.qihang.enterprise.assignment;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Offices;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The county opens rounds, assigns commissioners, ends and replaces them. What was true on past days stays. */
@Service
public class KeepingAssignments {

    private final AssignmentRecords records;
    private final StaffDirectory staff;
    private final Offices offices;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    KeepingAssignments(
            AssignmentRecords records, StaffDirectory staff, Offices offices, AuditTrail audit, Ids ids, Clock clock) {
        this.records = records;
        this.staff = staff;
        this.offices = offices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a round of the county. */
    @Transactional
    public RoundId openRound(
            Actor officer,
            RegionCode county,
            String name,
            String document,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        if (!officer.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (endsOn != null && endsOn.isBefore(startsOn)) throw Problem.of(EnterpriseProblem.ROUND_DATES);
        var round =
                new AssignmentRound(new RoundId(ids.next()), county, name.strip(), document.strip(), startsOn, endsOn);
        records.add(round, officer, clock.instant());
        audit.record("assignment.open-round", "assignment-round", round.id(), "建立专员名单轮次：" + round.name());
        return round.id();
    }

    /**
     * Assigns a commissioner to an enterprise.
     *
     * @param startsOn the first day; the round's first when null
     */
    @Transactional
    public AssignmentId assign(
            Actor officer, RoundId id, EnterpriseId enterprise, NewAssignment asked, @Nullable LocalDate startsOn) {
        AssignmentRound round = records.require(officer, id);
        records.lockEnterprise(enterprise, round.county());
        LocalDate from = startsOn == null ? round.startsOn() : startsOn;
        Assignment begun = begin(officer, round, enterprise, asked, from);
        audit.record(
                "assignment.assign",
                "assignment",
                begun.id(),
                asked.kind().label() + " " + asked.staff() + " 自 " + from + " 起帮包企业 " + enterprise);
        return begun.id();
    }

    /** Ends an assignment with its last day. */
    @Transactional
    public void end(Actor officer, AssignmentId id, LocalDate lastDay, String reason) {
        Assignment assignment = records.lock(officer, id);
        assignment.end(lastDay, reason, officer.account(), today(), clock.instant());
        records.saveEnd(assignment);
        audit.record("assignment.end", "assignment", id, "指派到 " + lastDay + " 结束：" + reason);
    }

    /**
     * Another takes over from a day on, in the same standing: the former's last day is the day before.
     *
     * @param from today or later
     */
    @Transactional
    public AssignmentId replace(Actor officer, AssignmentId id, NewAssignment asked, LocalDate from, String reason) {
        if (from.isBefore(today())) throw Problem.of(EnterpriseProblem.ASSIGNMENT_FROM_PAST);
        Assignment former = records.lock(officer, id);
        former.end(from.minusDays(1), reason, officer.account(), today(), clock.instant());
        records.saveEnd(former);
        var sameStanding = new NewAssignment(asked.staff(), asked.kind(), former.isMain(), asked.sentBy());
        AssignmentRound round = records.require(officer, former.round());
        Assignment begun = begin(officer, round, former.enterprise(), sameStanding, from);
        audit.record(
                "assignment.replace", "assignment", begun.id(), "自 " + from + " 起更换为 " + asked.staff() + "：" + reason);
        return begun.id();
    }

    private Assignment begin(
            Actor officer, AssignmentRound round, EnterpriseId enterprise, NewAssignment asked, LocalDate from) {
        requireCommissioner(asked.staff(), round.county());
        requireWithin(round, from);
        requireFree(enterprise, asked, from, round.endsOn());
        Assignment begun = Assignment.begin(
                round,
                enterprise,
                from,
                new Assignment.Entry(
                        new AssignmentId(ids.next()),
                        asked.staff(),
                        asked.kind(),
                        asked.main(),
                        SendingUnit.of(offices, round.county(), asked.sentBy()),
                        officer.account(),
                        clock.instant()));
        records.add(begun);
        return begun;
    }

    private void requireCommissioner(StaffId id, RegionCode county) {
        if (!staff.holds(id, Role.COMMISSIONER, county)) throw Problem.of(EnterpriseProblem.COMMISSIONER_UNKNOWN);
    }

    private static void requireWithin(AssignmentRound round, LocalDate from) {
        LocalDate last = round.endsOn();
        if (from.isBefore(round.startsOn()) || (last != null && from.isAfter(last))) {
            throw Problem.of(
                    EnterpriseProblem.ASSIGNMENT_OUTSIDE_ROUND,
                    round.startsOn() + " 起" + (last == null ? "" : "，至 " + last));
        }
    }

    private void requireFree(EnterpriseId enterprise, NewAssignment asked, LocalDate from, @Nullable LocalDate until) {
        for (Assignment it : records.meeting(enterprise, from, until)) {
            if (it.staff().equals(asked.staff())) {
                throw Problem.of(EnterpriseProblem.COMMISSIONER_ALREADY_ASSIGNED, it.startsOn());
            }
            if (asked.main() && it.isMain()) {
                throw Problem.of(EnterpriseProblem.MAIN_COMMISSIONER_EXISTS, it.startsOn());
            }
        }
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }
}
