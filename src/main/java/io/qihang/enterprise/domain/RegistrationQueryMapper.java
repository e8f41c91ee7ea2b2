package io.qihang.enterprise.domain;

import io.qihang.access.Scope;
import io.qihang.crypto.Sealed;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads of registrations; the scoped ones stand in {@code RegistrationQueryMapper.xml}. */
@Mapper
interface RegistrationQueryMapper {

    @Select("""
            <script>select r.id, uscc, name, unit_code, status, licence_required, p.sent_at as licence_sent_at,
                return_reasons, return_note, enterprise_id, submitted_at
            from registration r left join licence_photo p on p.registration_id = r.id
            where person_id = #{person} <if test="open">and status &lt;&gt; 'ACCEPTED'</if>
            <if test="after != null">and r.id &lt; #{after}</if>
            order by r.id desc limit #{limit}</script>
            """)
    List<MineRow> mine(PersonId person, boolean open, @Nullable UUID after, int limit);

    @Select("""
            select r.id, uscc, name, registered_unit, operating_unit, unit_code, counts_at, industry_code, contact_name,
                contact_phone, role, status, licence_required, p.sent_at as licence_sent_at, return_reasons, return_note,
                enterprise_id, submitted_at
            from registration r left join licence_photo p on p.registration_id = r.id
            where r.id = #{id} and person_id = #{person}
            """)
    @Nullable
    OwnRow own(RegistrationId id, PersonId person);

    List<CardRow> queue(Scope scope, RegistrationStatus status, @Nullable UUID after, int limit);

    @Nullable
    DetailRow detail(RegistrationId id, Scope scope);

    @Select("""
            select step, actor_id, note, taken_at from registration_step where registration_id = #{id} order by id
            """)
    List<StepRow> steps(RegistrationId id);

    record MineRow(
            RegistrationId id,
            Uscc uscc,
            String name,
            RegionCode unitCode,
            RegistrationStatus status,
            boolean licenceRequired,
            @Nullable Instant licenceSentAt,
            String returnReasons,
            String returnNote,
            @Nullable EnterpriseId enterpriseId,
            Instant submittedAt) {}

    record OwnRow(
            RegistrationId id,
            Uscc uscc,
            String name,
            @Nullable RegionCode registeredUnit,
            @Nullable RegionCode operatingUnit,
            RegionCode unitCode,
            CountsAt countsAt,
            String industryCode,
            Sealed contactName,
            Sealed contactPhone,
            MemberRole role,
            RegistrationStatus status,
            boolean licenceRequired,
            @Nullable Instant licenceSentAt,
            String returnReasons,
            String returnNote,
            @Nullable EnterpriseId enterpriseId,
            Instant submittedAt) {}

    record CardRow(
            RegistrationId id,
            Uscc uscc,
            String name,
            RegionCode unitCode,
            RegistrationStatus status,
            Instant submittedAt) {}

    record DetailRow(
            RegistrationId id,
            Uscc uscc,
            String name,
            @Nullable RegionCode registeredUnit,
            @Nullable RegionCode operatingUnit,
            RegionCode unitCode,
            CountsAt countsAt,
            String industryCode,
            Sealed contactName,
            Sealed contactPhone,
            MemberRole role,
            @Nullable UUID commissionerId,
            RegistrationStatus status,
            boolean licenceRequired,
            @Nullable Instant licenceSentAt,
            String returnReasons,
            String returnNote,
            @Nullable EnterpriseId enterpriseId,
            Instant submittedAt,
            @Nullable String listedName,
            @Nullable String registeredName) {}

    record StepRow(RegistrationStep step, @Nullable UUID actorId, String note, Instant takenAt) {}
}
