package io.qihang.enterprise.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.MemberProof;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.PersonId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's place in an enterprise: asked for, let in, proven, ended. */
@TableName("membership")
public class Membership {

    @TableId(type = IdType.INPUT)
    private final MembershipId id;

    private final RegionCode regionCode;
    private final EnterpriseId enterpriseId;
    private final PersonId personId;
    private MemberRole role;
    private MembershipStatus status;
    private MemberProof proof;
    private boolean manager;
    private final Instant requestedAt;
    private @Nullable Instant confirmedAt;
    private @Nullable UUID confirmedBy;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    private String note;

    @Version
    private int version;

    Membership(
            MembershipId id,
            RegionCode regionCode,
            EnterpriseId enterpriseId,
            PersonId personId,
            MemberRole role,
            MembershipStatus status,
            MemberProof proof,
            boolean manager,
            Instant requestedAt,
            @Nullable Instant confirmedAt,
            @Nullable UUID confirmedBy,
            @Nullable Instant decidedAt,
            @Nullable UUID decidedBy,
            String note,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.enterpriseId = enterpriseId;
        this.personId = personId;
        this.role = role;
        this.status = status;
        this.proof = proof;
        this.manager = manager;
        this.requestedAt = requestedAt;
        this.confirmedAt = confirmedAt;
        this.confirmedBy = confirmedBy;
        this.decidedAt = decidedAt;
        this.decidedBy = decidedBy;
        this.note = note;
        this.version = version;
    }

    /** The person who registered the enterprise; their word only. */
    static Membership selfReported(
            MembershipId id, Enterprise enterprise, PersonId person, MemberRole role, Instant now) {
        return fresh(id, enterprise, person, role, MembershipStatus.ACTIVE, now);
    }

    /** A further person asks to be let in. */
    static Membership requested(MembershipId id, Enterprise enterprise, PersonId person, MemberRole role, Instant now) {
        return fresh(id, enterprise, person, role, MembershipStatus.REQUESTED, now);
    }

    private static Membership fresh(
            MembershipId id,
            Enterprise enterprise,
            PersonId person,
            MemberRole role,
            MembershipStatus status,
            Instant now) {
        return new Membership(
                id,
                enterprise.county(),
                enterprise.id(),
                person,
                role,
                status,
                MemberProof.SELF_REPORTED,
                false,
                now,
                null,
                null,
                null,
                null,
                "",
                0);
    }

    /**
     * It is proven; the first proven member becomes the manager.
     *
     * @param by who vouches; null when the phone number did
     */
    void confirm(MemberProof on, @Nullable UUID by, boolean first, Instant now) {
        if (!isOpen() || isConfirmed()) throw Problem.of(EnterpriseProblem.MEMBERSHIP_DECIDED);
        status = MembershipStatus.ACTIVE;
        proof = on;
        confirmedAt = now;
        confirmedBy = by;
        manager = first;
    }

    /** The manager or the unit does not let the person in, or an officer finds the word false. */
    void refuse(UUID by, String reason, Instant now) {
        if (!isOpen() || isConfirmed()) throw Problem.of(EnterpriseProblem.MEMBERSHIP_DECIDED);
        status = MembershipStatus.REFUSED;
        decidedAt = now;
        decidedBy = by;
        note = reason;
    }

    /** The person leaves or is let go. */
    void end(UUID by, String reason, Instant now) {
        status = MembershipStatus.ENDED;
        manager = false;
        decidedAt = now;
        decidedBy = by;
        note = reason;
    }

    /** The manager becomes an ordinary member. */
    Membership handOver() {
        manager = false;
        return this;
    }

    /** A confirmed member becomes the manager. */
    Membership takeOver() {
        manager = true;
        return this;
    }

    /** The person is something else in the enterprise from now on. */
    Membership become(MemberRole other) {
        role = other;
        return this;
    }

    /** Whether it is asked for or in force. */
    boolean isOpen() {
        return status == MembershipStatus.REQUESTED || status == MembershipStatus.ACTIVE;
    }

    /** Whether the person acts for the enterprise. */
    boolean isInForce() {
        return status == MembershipStatus.ACTIVE && isConfirmed();
    }

    boolean isConfirmed() {
        return proof != MemberProof.SELF_REPORTED;
    }

    public MembershipId id() {
        return id;
    }

    RegionCode county() {
        return regionCode;
    }

    EnterpriseId enterprise() {
        return enterpriseId;
    }

    PersonId person() {
        return personId;
    }

    MemberRole role() {
        return role;
    }

    MembershipStatus status() {
        return status;
    }

    MemberProof proof() {
        return proof;
    }

    boolean isManager() {
        return manager && status == MembershipStatus.ACTIVE;
    }
}
