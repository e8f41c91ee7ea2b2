package io.qihang.identity.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.access.Role;
import io.qihang.crypto.Sealed;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffAccountMapper extends BaseMapper<StaffAccount> {

    @Select("select * from staff_account where login_name = #{loginName} for update")
    @Nullable
    StaffAccount lockByLoginName(String loginName);

    @Select("select * from staff_account where id = #{id} for update")
    @Nullable
    StaffAccount lock(StaffId id);

    @Select("select exists (select from staff_account where login_name = #{loginName})")
    boolean loginNameTaken(String loginName);

    @Select("""
            <script>select exists (select from staff_account where phone_index in
            <foreach collection="indexes" item="it" open="(" close=")" separator=",">#{it}</foreach>)</script>
            """)
    boolean phoneTaken(List<String> indexes);

    @Select("""
            <script>select id, name from staff_account where id in
            <foreach collection="ids" item="it" open="(" close=")" separator=",">#{it}</foreach></script>
            """)
    List<NameRow> names(Collection<StaffId> ids);

    @Select("""
            <script>select id, login_name, name from staff_account where id in
            <foreach collection="ids" item="it" open="(" close=")" separator=",">#{it}</foreach> order by id</script>
            """)
    List<HolderRow> called(Collection<StaffId> ids);

    @Select("""
            <script>select a.id, a.login_name, a.name from staff_account a
            where a.region_code = #{county} and not a.disabled and exists (select from staff_grant g
                where g.account_id = a.id and g.role = #{role} and g.revoked_at is null)
            <if test="after != null">and a.id &gt; #{after}</if>
            order by a.id limit #{limit}</script>
            """)
    List<HolderRow> holders(Role role, RegionCode county, @Nullable UUID after, int limit);

    @Select("""
            <script>select a.id, a.login_name, a.name from staff_account a
            where a.region_code = #{county} and not a.disabled and exists (select from staff_grant g
                where g.account_id = a.id and g.role = #{role} and g.revoked_at is null and g.office_code in
                <foreach collection="offices" item="it" open="(" close=")" separator=",">#{it}</foreach>)
            order by a.login_name</script>
            """)
    List<HolderRow> holdersOf(Role role, RegionCode county, Collection<String> offices);

    @Select("""
            <script>select distinct a.id as staff, g.office_code as office
            from staff_account a join staff_grant g on g.account_id = a.id
            where a.region_code = #{county} and not a.disabled and g.role = #{role} and g.revoked_at is null
            and g.office_code in <foreach collection="offices" item="it" open="(" close=")" separator=",">#{it}</foreach>
            </script>
            """)
    List<StaffDirectory.Post> posts(Role role, RegionCode county, Collection<String> offices);

    @Select("""
            <script>select a.id, a.login_name from staff_account a
            where a.region_code = #{county} and not a.disabled and exists (select from staff_grant g
                where g.account_id = a.id and g.role = #{role} and g.revoked_at is null)
            and a.login_name in
            <foreach collection="loginNames" item="it" open="(" close=")" separator=",">#{it}</foreach></script>
            """)
    List<LoginRow> holdersCalled(Role role, RegionCode county, Collection<String> loginNames);

    @Select("""
            select exists (select from staff_account a join staff_grant g on g.account_id = a.id
            where a.id = #{staff} and a.region_code = #{county} and not a.disabled
              and g.role = #{role} and g.revoked_at is null)
            """)
    boolean holds(StaffId staff, Role role, RegionCode county);

    @Select("select count(*) from staff_account")
    int count();

    @Select("""
            select hash from staff_password where account_id = #{id} order by set_at desc limit #{count}
            """)
    List<String> formerPasswords(StaffId id, int count);

    @Insert("insert into staff_password (account_id, region_code, hash, set_at) "
            + "values (#{id}, #{county}, #{hash}, #{now})")
    void keepPassword(StaffId id, RegionCode county, String hash, Instant now);

    @Select("""
            select a.id, a.kind, a.disabled, a.region_code, a.password_initial, a.password_set_at, a.last_sign_in_at,
                coalesce(array_to_string(array_agg(g.role), ','), '') as roles,
                coalesce(array_to_string(array_agg(g.unit_code), ','), '') as units,
                coalesce(array_to_string(array_agg(g.office_code), ','), '') as offices,
                coalesce(bool_or(g.unit_code is null), false) as county_wide
            from staff_account a
            left join staff_grant g on g.account_id = a.id and g.revoked_at is null
            where a.id = #{id}
            group by a.id
            """)
    @Nullable
    StandingRow standing(UUID id);

    @Select("""
            <script>
            select a.id, a.login_name, a.name, a.kind, a.disabled, a.last_sign_in_at,
                (a.password_locked_until &gt; #{now} or a.code_locked_until &gt; #{now}) is true as locked,
                a.totp_secret is not null as second_factor
            from staff_account a
            where a.region_code = #{county}
            <if test="after != null">and a.id &gt; #{after}</if>
            order by a.id limit #{limit}
            </script>
            """)
    List<AccountRow> list(RegionCode county, @Nullable UUID after, int limit, Instant now);

    @Select("""
            <script>
            select a.id, a.login_name, a.name, a.kind, a.disabled, a.last_sign_in_at,
                (a.password_locked_until &gt; #{now} or a.code_locked_until &gt; #{now}) is true as locked,
                a.totp_secret is not null as second_factor
            from staff_account a
            where a.region_code = #{county} and (a.login_name like #{login} || '%' or a.name_index in
                <foreach collection="names" item="it" open="(" close=")" separator=",">#{it}</foreach>)
            <if test="after != null">and a.id &gt; #{after}</if>
            order by a.id limit #{limit}
            </script>
            """)
    List<AccountRow> search(
            RegionCode county, String login, List<String> names, @Nullable UUID after, int limit, Instant now);

    @Select("select id, name from staff_account where name_index is null order by id limit #{limit}")
    List<NameRow> unindexed(int limit);

    @Update("update staff_account set name_index = #{index} where id = #{id}")
    void indexName(StaffId id, String index);

    @Select("""
            select id, account_id, role, unit_code, office_code, granted_at from staff_grant
            where revoked_at is null and account_id = #{account} order by granted_at
            """)
    List<GrantRow> grants(StaffId account);

    @Insert("""
            insert into staff_grant (id, account_id, kind, region_code, role, unit_code, office_code, granted_by,
                granted_at)
            values (#{id}, #{account}, #{kind}, #{county}, #{role}, #{unit}, #{office}, #{by}, #{now})
            on conflict do nothing
            """)
    int grant(
            UUID id,
            StaffId account,
            AccountKind kind,
            RegionCode county,
            Role role,
            @Nullable RegionCode unit,
            @Nullable String office,
            UUID by,
            Instant now);

    @Update("""
            update staff_grant set revoked_at = #{now}, revoked_by = #{by}
            where id = #{grant} and account_id = #{account} and revoked_at is null
            """)
    int revoke(StaffId account, UUID grant, UUID by, Instant now);

    record NameRow(StaffId id, Sealed name) {}

    record HolderRow(StaffId id, String loginName, Sealed name) {}

    record LoginRow(StaffId id, String loginName) {}

    record StandingRow(
            StaffId id,
            AccountKind kind,
            boolean disabled,
            RegionCode regionCode,
            boolean passwordInitial,
            Instant passwordSetAt,
            @Nullable Instant lastSignInAt,
            String roles,
            String units,
            String offices,
            boolean countyWide) {}

    record AccountRow(
            StaffId id,
            String loginName,
            Sealed name,
            AccountKind kind,
            boolean disabled,
            @Nullable Instant lastSignInAt,
            boolean locked,
            boolean secondFactor) {}

    record GrantRow(
            UUID id,
            StaffId accountId,
            Role role,
            @Nullable RegionCode unitCode,
            @Nullable String officeCode,
            Instant grantedAt) {}
}
