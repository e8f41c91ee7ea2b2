package io.qihang.enterprise.assignment;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.enterprise.AssignmentKind;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.assignment.AssignmentQueryMapper.AssignmentRow;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffDirectory.StaffCard;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Offices;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Rounds and assignments as the county's staff see them. */
@Service
public class AssignmentScreens {

    private final AssignmentQueryMapper queries;
    private final StaffDirectory staff;
    private final Regions regions;
    private final Offices offices;
    private final Clock clock;

    AssignmentScreens(
            AssignmentQueryMapper queries, StaffDirectory staff, Regions regions, Offices offices, Clock clock) {
        this.queries = queries;
        this.staff = staff;
        this.regions = regions;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * A round in the list.
     *
     * @param enterprises how many it lists
     * @param uncovered how many of them have no main commissioner today, of whichever round
     */
    public record RoundLine(
            RoundId id,
            String name,
            String document,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            int enterprises,
            int commissioners,
            int uncovered) {}

    /** An assignment in a list. */
    public record AssignmentLine(
            AssignmentId id,
            RoundId round,
            String roundName,
            EnterpriseId enterprise,
            String enterpriseName,
            RegionCode unit,
            String unitName,
            StaffId staff,
            String staffName,
            AssignmentKind kind,
            String kindName,
            boolean main,
            String sentBy,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String endReason,
            Instant assignedAt) {}

    /**
     * An enterprise without a main commissioner.
     *
     * @param lastDay the last day it had one; null when it never had
     */
    public record UncoveredLine(
            EnterpriseId id,
            String name,
            RegionCode unit,
            String unitName,
            @Nullable LocalDate lastDay) {}

    /**
     * A round on a day.
     *
     * @param covered how many of its enterprises had a main commissioner
     * @param acting how many of these were looked after by another for the day
     */
    public record CoverageView(
            String round, LocalDate on, int enterprises, int covered, int acting, Page<CoverageLine> lines) {}

    /**
     * Who looked after an enterprise on a day.
     *
     * @param main the main commissioner; null when there was none
     * @param acting who acted for the main commissioner; null when nobody did
     */
    public record CoverageLine(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            String unitName,
            @Nullable String main,
            @Nullable String kindName,
            @Nullable LocalDate since,
            @Nullable String acting,
            @Nullable LocalDate actingUntil) {}

    /** A commissioner to choose, and how many enterprises they look after today. */
    public record CommissionerLine(StaffId id, String loginName, String name, int enterprises) {}

    /** The county's rounds, the newest first. */
    public Page<RoundLine> rounds(Actor officer, RegionCode county, PageRequest page) {
        requireCounty(officer, county);
        var rows = queries.rounds(county, today(), page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString())
                .map(it -> new RoundLine(
                        it.id(),
                        it.name(),
                        it.document(),
                        it.startsOn(),
                        it.endsOn(),
                        it.enterprises(),
                        it.commissioners(),
                        it.uncovered()));
    }

    /** What a round lists of the enterprises within the officer's scope. */
    public Page<AssignmentLine> ofRound(Actor officer, RoundId round, PageRequest page) {
        var rows = queries.ofRound(round, officer.scope(), page.afterId(), page.fetch());
        var names = names(rows);
        return Page.of(rows, page.size(), it -> it.id().toString()).map(it -> line(it, names));
    }

    /** Who looked after an enterprise within the officer's scope, and when. */
    public List<AssignmentLine> ofEnterprise(Actor officer, EnterpriseId enterprise) {
        var rows = queries.ofEnterprise(enterprise, officer.scope());
        var names = names(rows);
        return rows.stream().map(it -> line(it, names)).toList();
    }

    /** The enterprises within the officer's scope without a main commissioner today. */
    public Page<UncoveredLine> uncovered(
            Actor officer, @Nullable RoundId round, @Nullable RegionCode unit, PageRequest page) {
        var rows = queries.uncovered(officer.scope(), round, unit, today(), page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString())
                .map(it -> new UncoveredLine(
                        it.id(), it.name(), it.unitCode(), regions.nameOf(it.unitCode()), it.lastDay()));
    }

    /** Who covered a round's enterprises within the officer's scope on a day, and which were not covered. */
    public CoverageView coverage(
            Actor officer, RoundId round, LocalDate day, @Nullable Boolean covered, PageRequest page) {
        var count = queries.coverageCount(round, officer.scope(), day);
        if (count == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        var rows = queries.coverage(round, officer.scope(), day, covered, page.afterId(), page.fetch());
        var names = staff.names(rows.stream()
                .flatMap(it -> Stream.of(it.mainId(), it.actingId()))
                .filter(Objects::nonNull)
                .toList());
        return new CoverageView(
                count.name(),
                day,
                count.enterprises(),
                count.covered(),
                count.acting(),
                Page.of(rows, page.size(), it -> it.id().toString()).map(it -> covered(it, names)));
    }

    private CoverageLine covered(AssignmentQueryMapper.CoverageRow row, Map<StaffId, String> names) {
        return new CoverageLine(
                row.id(),
                row.name(),
                row.unitCode(),
                regions.nameOf(row.unitCode()),
                row.mainId() == null ? null : names.getOrDefault(row.mainId(), ""),
                row.kind() == null ? null : row.kind().label(),
                row.startsOn(),
                row.actingId() == null ? null : names.getOrDefault(row.actingId(), ""),
                row.actingUntil());
    }

    /** The county's commissioners. */
    public Page<CommissionerLine> commissioners(Actor officer, RegionCode county, PageRequest page) {
        if (!county.equals(officer.scope().home())) requireCounty(officer, county);
        var cards = staff.holders(Role.COMMISSIONER, county, page.afterId(), page.fetch());
        Map<StaffId, Integer> loads = loads(cards);
        return Page.of(cards, page.size(), it -> it.id().toString())
                .map(it -> new CommissionerLine(it.id(), it.loginName(), it.name(), loads.getOrDefault(it.id(), 0)));
    }

    private Map<StaffId, Integer> loads(List<StaffCard> cards) {
        if (cards.isEmpty()) return Map.of();
        return queries.loads(cards.stream().map(StaffCard::id).toList(), today()).stream()
                .collect(Collectors.toMap(
                        AssignmentQueryMapper.LoadRow::staffId, AssignmentQueryMapper.LoadRow::enterprises));
    }

    private Map<StaffId, String> names(List<AssignmentRow> rows) {
        return staff.names(rows.stream().map(AssignmentRow::staffId).toList());
    }

    private AssignmentLine line(AssignmentRow row, Map<StaffId, String> names) {
        return new AssignmentLine(
                row.id(),
                row.roundId(),
                row.roundName(),
                row.enterpriseId(),
                row.enterpriseName(),
                row.unitCode(),
                regions.nameOf(row.unitCode()),
                row.staffId(),
                names.getOrDefault(row.staffId(), ""),
                row.kind(),
                row.kind().label(),
                row.main(),
                new SendingUnit(row.sendingOffice(), row.sendingUnit()).label(offices, row.regionCode()),
                row.startsOn(),
                row.endsOn(),
                row.endReason(),
                row.assignedAt());
    }

    private static void requireCounty(Actor officer, RegionCode county) {
        if (!officer.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }
}
