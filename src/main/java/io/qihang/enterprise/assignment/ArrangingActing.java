package io.qihang.enterprise.assignment;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 代班: the county, or a township for the enterprises of its own, has another commissioner act for one who is absent. The
 * acting one sees and logs for these enterprises on those days, and on no other.
 */
@Service
public class ArrangingActing {

    private final ActingMapper mapper;
    private final StaffDirectory staff;
    private final Regions regions;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ArrangingActing(
            ActingMapper mapper, StaffDirectory staff, Regions regions, AuditTrail audit, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.staff = staff;
        this.regions = regions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A 代班 in a list.
     *
     * @param unit only for its enterprises; null for all
     * @param now whether it is in force today
     */
    public record ActingLine(
            ActingId id,
            @Nullable RegionCode unit,
            @Nullable String unitName,
            StaffId absent,
            String absentName,
            StaffId acting,
            String actingName,
            LocalDate startsOn,
            LocalDate endsOn,
            String reason,
            boolean now,
            boolean ended) {}

    /**
     * Arranges that one acts for another.
     *
     * @param unit only for its enterprises; null for all, which a township may not
     */
    @Transactional
    public ActingId arrange(
            Actor officer,
            RegionCode county,
            @Nullable RegionCode unit,
            StaffId absent,
            StaffId acting,
            LocalDate startsOn,
            LocalDate endsOn,
            String reason) {
        RegionCode place = place(officer, county, unit);
        requireCommissioners(county, absent, acting);
        if (place != null && !mapper.isIn(absent, place, today())) throw Problem.of(PlatformProblem.NOT_FOUND);
        mapper.takeTurn(absent);
        var arranged = new Acting(new ActingId(ids.next()), county, place, absent, acting, startsOn, endsOn, 0);
        arranged.requireSound(today(), mapper.of(absent));
        mapper.add(arranged, reason.strip(), officer.account(), clock.instant());
        audit.record(
                "acting.arrange",
                "acting",
                arranged.id(),
                acting + " 自 " + startsOn + " 至 " + endsOn + " 代 " + absent + " 的班：" + reason.strip());
        return arranged.id();
    }

    /** Ends one before its last day. */
    @Transactional
    public void end(Actor officer, ActingId id, LocalDate lastDay) {
        Acting known = Optional.ofNullable(mapper.lock(id))
                .filter(it -> isWithin(officer, it.regionCode(), it.unitCode()))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        if (mapper.end(known.until(lastDay, today()), officer.account(), clock.instant()) == 0) {
            throw new OptimisticLockingFailureException("stale " + id);
        }
        audit.record("acting.end", "acting", id, "代班到 " + lastDay + " 为止");
    }

    /** What is arranged within the officer's scope, the newest first. */
    public Page<ActingLine> list(Actor officer, boolean past, PageRequest page) {
        var rows = mapper.within(officer.scope(), past ? null : today(), page.afterId(), page.fetch());
        var names = staff.names(rows.stream()
                .flatMap(it -> Stream.of(it.absentId(), it.actingId()))
                .toList());
        return Page.of(rows, page.size(), it -> it.id().toString())
                .map(it -> new ActingLine(
                        it.id(),
                        it.unitCode(),
                        it.unitCode() == null ? null : regions.nameOf(it.unitCode()),
                        it.absentId(),
                        names.getOrDefault(it.absentId(), ""),
                        it.actingId(),
                        names.getOrDefault(it.actingId(), ""),
                        it.startsOn(),
                        it.endsOn(),
                        it.reason(),
                        !it.startsOn().isAfter(today()) && !it.endsOn().isBefore(today()),
                        it.ended()));
    }

    private @Nullable RegionCode place(Actor officer, RegionCode county, @Nullable RegionCode unit) {
        Set<RegionCode> own = officer.scope().units();
        RegionCode place =
                unit == null && own.size() == 1 && officer.scope().counties().isEmpty()
                        ? own.iterator().next()
                        : unit;
        if (!isWithin(officer, county, place)) throw Problem.of(PlatformProblem.NOT_FOUND);
        return place;
    }

    private static boolean isWithin(Actor officer, RegionCode county, @Nullable RegionCode unit) {
        if (unit != null && !unit.county().equals(county)) return false;
        return officer.scope().counties().contains(county)
                || (unit != null && officer.scope().units().contains(unit));
    }

    private void requireCommissioners(RegionCode county, StaffId absent, StaffId acting) {
        for (StaffId it : List.of(absent, acting)) {
            if (!staff.holds(it, Role.COMMISSIONER, county)) throw Problem.of(EnterpriseProblem.COMMISSIONER_UNKNOWN);
        }
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }
}
