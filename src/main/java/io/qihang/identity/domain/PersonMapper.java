package io.qihang.identity.domain;

import io.qihang.access.Role;
import io.qihang.crypto.Sealed;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PersonMapper {

    @Select("""
            <script>select id from person where openid_index in
            <foreach collection="indexes" item="it" open="(" close=")" separator=",">#{it}</foreach></script>
            """)
    @Nullable
    PersonId byOpenid(List<String> indexes);

    @Insert("""
            insert into person (id, region_code, openid, openid_index, created_at)
            values (#{id}, #{county}, #{openid}, #{index}, #{now})
            on conflict (openid_index) do nothing
            """)
    int add(PersonId id, RegionCode county, Sealed openid, String index, Instant now);

    @Update("""
            update person set phone = #{phone}, phone_index = #{index}, phone_bound_at = #{now} where id = #{id}
            """)
    int bindPhone(PersonId id, Sealed phone, String index, Instant now);

    @Select("select id, openid, phone from person where id = #{id}")
    @Nullable
    PersonRow find(PersonId id);

    @Select("""
            select id, openid from person
            where id = any (#{people,typeHandler=io.qihang.platform.mybatis.ColumnType$Codes}::uuid[])
              and openid is not null
            """)
    List<OpenidRow> openids(Collection<UUID> people);

    @Select("select id from person where id = #{id} and cancelled_at is null for update")
    @Nullable
    PersonId lock(PersonId id);

    @Insert("""
            insert into person_consent
                (person_id, region_code, document, document_version, text_sha256, accepted_at, channel)
            select id, region_code, #{document}, #{version}, #{sha256}, #{now}, #{channel}
            from person where id = #{person}
            on conflict do nothing
            """)
    int accept(PersonId person, String document, int version, String sha256, Instant now, String channel);

    @Select("""
            select p.id, b.account_id,
                coalesce((select string_agg(c.document || ' ' || c.document_version, ',')
                    from person_consent c where c.person_id = p.id), '') as accepted
            from person p
            left join staff_binding b on b.person_id = p.id and b.ended_at is null
            where p.id = #{id} and p.cancelled_at is null
            """)
    @Nullable
    StandingRow standing(PersonId id);

    @Insert("""
            insert into staff_binding (id, region_code, person_id, account_id, bound_at)
            values (#{id}, #{county}, #{person}, #{account}, #{now})
            """)
    void bind(UUID id, RegionCode county, PersonId person, StaffId account, Instant now);

    @Select("""
            update staff_binding set ended_at = #{now}
            where ended_at is null and (person_id = #{person} or account_id = #{account})
            returning person_id
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<PersonId> endBindings(@Nullable PersonId person, @Nullable StaffId account, Instant now);

    /** Persons on whose phones active holders of the role in the office work. */
    @Select("""
            select distinct b.person_id from staff_binding b
            join staff_account a on a.id = b.account_id and not a.disabled
            join staff_grant g on g.account_id = a.id and g.revoked_at is null
            where b.ended_at is null and g.role = #{role} and g.region_code = #{county}
              and g.office_code is not distinct from #{office}
            """)
    List<PersonId> phonesOf(Role role, RegionCode county, @Nullable String office);

    @Select("""
            <script>
            select distinct b.person_id from staff_binding b
            join staff_account a on a.id = b.account_id and not a.disabled
            where b.ended_at is null and b.account_id in
            <foreach collection="staff" item="it" open="(" close=")" separator=",">#{it}</foreach>
            </script>
            """)
    List<PersonId> phonesOfStaff(Collection<StaffId> staff);

    @Select("""
            select p.created_at, p.phone_bound_at, b.bound_at
            from person p left join staff_binding b on b.person_id = p.id and b.ended_at is null
            where p.id = #{id}
            """)
    @Nullable
    DatesRow dates(PersonId id);

    @Select("""
            select document, document_version, accepted_at from person_consent
            where person_id = #{id} order by accepted_at desc
            """)
    List<ConsentRow> consents(PersonId id);

    @Update("""
            update person set openid = null, openid_index = null, phone = null, phone_index = null,
                phone_bound_at = null, cancelled_at = #{now}
            where id = #{id}
            """)
    void cancel(PersonId id, Instant now);

    record PersonRow(
            PersonId id, @Nullable Sealed openid, @Nullable Sealed phone) {}

    record DatesRow(
            Instant createdAt,
            @Nullable Instant phoneBoundAt,
            @Nullable Instant boundAt) {}

    record ConsentRow(String document, int documentVersion, Instant acceptedAt) {}

    record StandingRow(PersonId id, @Nullable StaffId accountId, String accepted) {}

    record OpenidRow(PersonId id, Sealed openid) {}
}
