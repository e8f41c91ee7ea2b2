package io.qihang.enterprise.domain;

import io.qihang.access.Scope;
import io.qihang.crypto.Sealed;
import io.qihang.enterprise.CurrentFacts;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberProof;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.MembershipId;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads of enterprises for the screens; the scoped ones stand in {@code EnterpriseViewMapper.xml}. */
@Mapper
interface EnterpriseViewMapper {

    @Select("""
            <script>select m.id as membership_id, e.id, e.name, m.role, m.status, m.proof, m.manager
            from membership m join enterprise e on e.id = m.enterprise_id
            where m.person_id = #{person} and m.status in ('REQUESTED', 'ACTIVE')
            <if test="after != null">and m.id &lt; #{after}</if> order by m.id desc limit #{limit}</script>
            """)
    List<MineRow> mine(PersonId person, @Nullable UUID after, int limit);

    /** The enterprise with the person's own membership of it, or the refusal of it; null for everybody else. */
    @Nullable
    DetailRow ofPerson(EnterpriseId id, PersonId person, LocalDate today);

    List<ListRow> list(Scope scope, EnterpriseSearch search, @Nullable UUID after, int limit);

    @Nullable
    DetailRow within(EnterpriseId id, Scope scope, LocalDate today);

    /** The members of an enterprise within the scope; one row without a membership when it has none. */
    List<MemberRow> membersWithin(EnterpriseId id, Scope scope);

    @Select("""
            select m.id as membership_id, person_id, role, status, proof, manager, requested_at, confirmed_at,
                l.sent_at as licence_sent_at, exists (select from membership_handover h
                    where h.receiver_id = m.id and h.status = 'OPEN') as handover_offered
            from membership m left join licence_photo l on l.membership_id = m.id
            where enterprise_id = #{id} and status in ('REQUESTED', 'ACTIVE') order by m.id
            """)
    List<MemberRow> members(EnterpriseId id);

    @Select("""
            select exists (select from membership where enterprise_id = #{id} and person_id = #{person} and manager)
            """)
    boolean manages(EnterpriseId id, PersonId person);

    List<PlaceRow> placesWithin(EnterpriseId id, Scope scope);

    record MineRow(
            MembershipId membershipId,
            EnterpriseId id,
            String name,
            MemberRole role,
            MembershipStatus status,
            MemberProof proof,
            boolean manager) {}

    record DetailRow(
            EnterpriseId id,
            Uscc uscc,
            String name,
            RegionCode unitCode,
            @Nullable LocalDate countsSince,
            @Nullable RegionCode registeredUnit,
            @Nullable RegionCode operatingUnit,
            @Nullable String industryCode,
            @Nullable Sealed contactName,
            @Nullable Sealed contactPhone,
            Instant acceptedAt,
            @Nullable CurrentFacts facts,
            @Nullable MembershipId membershipId,
            @Nullable MemberRole role,
            @Nullable MembershipStatus status,
            @Nullable MemberProof proof,
            @Nullable Boolean manager,
            @Nullable Instant licenceSentAt,
            boolean handoverOffered,
            @Nullable String refusal) {}

    record ListRow(
            EnterpriseId id,
            Uscc uscc,
            String name,
            RegionCode unitCode,
            @Nullable String industryCode,
            Instant acceptedAt) {}

    record MemberRow(
            @Nullable MembershipId membershipId,
            @Nullable PersonId personId,
            @Nullable MemberRole role,
            @Nullable MembershipStatus status,
            @Nullable MemberProof proof,
            @Nullable Boolean manager,
            @Nullable Instant requestedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant licenceSentAt,
            boolean handoverOffered) {}

    record PlaceRow(
            PlaceKind kind,
            RegionCode unitCode,
            LocalDate effectiveFrom,
            Instant recordedAt,
            String reason,
            boolean applied) {}
}
