package io.qihang.enterprise.assignment;

import io.qihang.access.Scope;
import io.qihang.enterprise.AssignmentKind;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads for the screens; the SQL stands in {@code AssignmentQueryMapper.xml}. */
@Mapper
interface AssignmentQueryMapper {

    /** Who looks after these enterprises today; with a member, of those only that are the member's own. */
    List<CurrentRow> current(Collection<EnterpriseId> enterprises, @Nullable PersonId member, LocalDate today);

    List<RoundRow> rounds(RegionCode county, LocalDate today, @Nullable UUID after, int limit);

    List<AssignmentRow> ofRound(RoundId round, Scope scope, @Nullable UUID after, int limit);

    List<AssignmentRow> ofEnterprise(EnterpriseId enterprise, Scope scope);

    List<UncoveredRow> uncovered(
            Scope scope,
            @Nullable RoundId round,
            @Nullable RegionCode unit,
            LocalDate today,
            @Nullable UUID after,
            int limit);

    /** How much of a round is covered on a day; null for a round of another county. */
    @Nullable
    CoverageCount coverageCount(RoundId round, Scope scope, LocalDate day);

    /** The round's enterprises within the scope and who looked after them on a day. */
    List<CoverageRow> coverage(
            RoundId round, Scope scope, LocalDate day, @Nullable Boolean covered, @Nullable UUID after, int limit);

    List<LoadRow> loads(Collection<StaffId> staff, LocalDate today);

    record CurrentRow(
            EnterpriseId enterpriseId,
            RegionCode regionCode,
            StaffId staffId,
            AssignmentKind kind,
            boolean main,
            @Nullable String sendingOffice,
            @Nullable String sendingUnit,
            LocalDate startsOn,
            boolean acting) {}

    record CoverageCount(String name, int enterprises, int covered, int acting) {}

    record CoverageRow(
            EnterpriseId id,
            String name,
            RegionCode unitCode,
            @Nullable StaffId mainId,
            @Nullable AssignmentKind kind,
            @Nullable LocalDate startsOn,
            @Nullable StaffId actingId,
            @Nullable LocalDate actingUntil) {}

    record RoundRow(
            RoundId id,
            String name,
            String document,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            int enterprises,
            int commissioners,
            int uncovered) {}

    record AssignmentRow(
            AssignmentId id,
            RegionCode regionCode,
            RoundId roundId,
            String roundName,
            EnterpriseId enterpriseId,
            String enterpriseName,
            RegionCode unitCode,
            StaffId staffId,
            AssignmentKind kind,
            boolean main,
            @Nullable String sendingOffice,
            @Nullable String sendingUnit,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String endReason,
            Instant assignedAt) {}

    record UncoveredRow(
            EnterpriseId id,
            String name,
            RegionCode unitCode,
            @Nullable LocalDate lastDay) {}

    record LoadRow(StaffId staffId, int enterprises) {}
}
