package io.qihang.enterprise.assignment;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.qihang.enterprise.AssignmentKind;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.identity.StaffId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A commissioner's days with an enterprise. Only the end can still be set, never for a day before yesterday. */
@TableName("assignment")
class Assignment {

    @TableId(type = IdType.INPUT)
    private final AssignmentId id;

    private final RegionCode regionCode;
    private final RoundId roundId;
    private final EnterpriseId enterpriseId;
    private final StaffId staffId;
    private final AssignmentKind kind;
    private final boolean main;
    private final @Nullable String sendingOffice;
    private final @Nullable String sendingUnit;
    private final LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private final UUID assignedBy;
    private final Instant assignedAt;
    private @Nullable String endReason;
    private @Nullable UUID endedBy;
    private @Nullable Instant endedAt;
    private final int version;

    private Assignment(
            AssignmentId id,
            RegionCode regionCode,
            RoundId roundId,
            EnterpriseId enterpriseId,
            StaffId staffId,
            AssignmentKind kind,
            boolean main,
            @Nullable String sendingOffice,
            @Nullable String sendingUnit,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            UUID assignedBy,
            Instant assignedAt,
            @Nullable String endReason,
            @Nullable UUID endedBy,
            @Nullable Instant endedAt,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.roundId = roundId;
        this.enterpriseId = enterpriseId;
        this.staffId = staffId;
        this.kind = kind;
        this.main = main;
        this.sendingOffice = sendingOffice;
        this.sendingUnit = sendingUnit;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.assignedBy = assignedBy;
        this.assignedAt = assignedAt;
        this.endReason = endReason;
        this.endedBy = endedBy;
        this.endedAt = endedAt;
        this.version = version;
    }

    /** Who is assigned, by whom, and when that was written down. */
    record Entry(
            AssignmentId id,
            StaffId staff,
            AssignmentKind kind,
            boolean main,
            SendingUnit sentBy,
            UUID by,
            Instant at) {}

    /** Begins on a day; lasts until the round's end unless it is ended before. */
    static Assignment begin(AssignmentRound round, EnterpriseId enterprise, LocalDate startsOn, Entry entry) {
        return new Assignment(
                entry.id(),
                round.county(),
                round.id(),
                enterprise,
                entry.staff(),
                entry.kind(),
                entry.main(),
                entry.sentBy().office(),
                entry.sentBy().name(),
                startsOn,
                round.endsOn(),
                entry.by(),
                entry.at(),
                null,
                null,
                null,
                0);
    }

    /**
     * Ends it. The day before its first takes it back before it began, or what was entered today by mistake.
     *
     * @param lastDay yesterday at the earliest, for what was true on past days stays
     */
    void end(LocalDate lastDay, String reason, UUID by, LocalDate today, Instant now) {
        if (isOver(today)) throw Problem.of(EnterpriseProblem.ASSIGNMENT_ENDED);
        LocalDate earliest = Days.later(today.minusDays(1), startsOn.minusDays(1));
        if (lastDay.isBefore(earliest)) throw Problem.of(EnterpriseProblem.ASSIGNMENT_END_TOO_EARLY, earliest);
        if (endsOn != null && lastDay.isAfter(endsOn)) {
            throw Problem.of(EnterpriseProblem.ASSIGNMENT_END_TOO_LATE, endsOn);
        }
        endsOn = lastDay;
        endReason = reason;
        endedBy = by;
        endedAt = now;
    }

    /** Whether its last day has passed. */
    boolean isOver(LocalDate today) {
        return endsOn != null && endsOn.isBefore(today);
    }

    /** Whether it shares a day with another stretch of days. */
    boolean meets(LocalDate from, @Nullable LocalDate until) {
        boolean wasInForce = endsOn == null || !endsOn.isBefore(startsOn);
        return wasInForce && (until == null || !startsOn.isAfter(until)) && (endsOn == null || !endsOn.isBefore(from));
    }

    /** Whether both stand in the same round and say the same of the same enterprise. */
    boolean saysTheSameAs(RoundId round, StaffId staff, AssignmentKind as, boolean asMain, SendingUnit sentBy) {
        return roundId.equals(round)
                && staffId.equals(staff)
                && kind == as
                && main == asMain
                && new SendingUnit(sendingOffice, sendingUnit).equals(sentBy);
    }

    AssignmentId id() {
        return id;
    }

    RoundId round() {
        return roundId;
    }

    EnterpriseId enterprise() {
        return enterpriseId;
    }

    StaffId staff() {
        return staffId;
    }

    boolean isMain() {
        return main;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }
}
