package io.qihang.policy.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberRole;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Whom a policy reaches: by its audience before publication, by what was kept then afterwards. */
@Mapper
interface ReachMapper {

    /** Enterprises that meet the criteria other than facts. */
    List<EnterpriseId> candidates(
            Collection<RegionCode> counties, Collection<RegionCode> regions, Collection<String> industries);

    /** Counts the audience; {@code ids}, joined by commas, narrows it to those whose facts meet it too. */
    Numbers count(
            Collection<RegionCode> counties,
            Collection<RegionCode> regions,
            Collection<String> industries,
            @Nullable String ids,
            String template);

    List<Named> list(
            Collection<RegionCode> counties,
            Collection<RegionCode> regions,
            Collection<String> industries,
            @Nullable String ids,
            String template,
            boolean beyond,
            @Nullable UUID after,
            int limit);

    /** Fixes the audience at the moment of publication. */
    int keep(
            PolicyId policy,
            Collection<RegionCode> counties,
            Collection<RegionCode> regions,
            Collection<String> industries,
            @Nullable String ids);

    /** Counts whom a published policy of one of these regions reached; null for any other. */
    @Select("""
            <script>
            select p.region_code, p.audience, count(distinct r.enterprise_id) as enterprises,
                count(distinct m.person_id) as persons,
                count(distinct r.enterprise_id) filter (where m.person_id is null) as without_members,
                count(distinct c.person_id) as readers,
                (select count(*) from policy_reach b where b.policy_id = p.id and not exists (
                    select from enterprise_member_reach n join subscription_reach s on s.person_id = n.person_id
                    where n.enterprise_id = b.enterprise_id and s.template = #{template})) as beyond
            from policy p
            left join policy_reach r on r.policy_id = p.id
            left join enterprise_member_reach m on m.enterprise_id = r.enterprise_id
            left join policy_receipt c on c.policy_id = p.id and c.person_id = m.person_id
            where p.id = #{policy} and p.status &lt;&gt; 'DRAFT' and p.region_code in
                <foreach collection="regions" item="it" open="(" close=")" separator=",">#{it}</foreach>
            group by p.id
            </script>
            """)
    @Nullable
    Kept countKept(PolicyId policy, Collection<RegionCode> regions, String template);

    List<Named> listKept(PolicyId policy, String template, boolean beyond, @Nullable UUID after, int limit);

    /** Everyone who is to be told, each once. */
    @Select("""
            select distinct m.person_id from policy_reach r
            join enterprise_member_reach m on m.enterprise_id = r.enterprise_id
            where r.policy_id = #{policy}
            """)
    List<PersonId> persons(PolicyId policy);

    /** For which of the reached enterprises these persons act, and whether they have read the policy. */
    @Select("""
            <script>
            select m.person_id as person, e.name as enterprise, m.role, c.read_at
            from policy_reach r
            join enterprise_member_reach m on m.enterprise_id = r.enterprise_id
            join enterprise_reach e on e.enterprise_id = r.enterprise_id
            left join policy_receipt c on c.policy_id = r.policy_id and c.person_id = m.person_id
            where r.policy_id = #{policy} and m.person_id in
            <foreach collection="persons" item="it" open="(" close=")" separator=",">#{it}</foreach>
            order by e.name
            </script>
            """)
    List<Acting> acting(PolicyId policy, Collection<PersonId> persons);

    /** How many are reached; of {@code withoutMembers} nobody can be told, {@code beyond} get no WeChat message now. */
    record Numbers(int enterprises, int persons, int withoutMembers, int beyond) {}

    /** How many were reached, and how many of those told have read the policy itself. */
    record Kept(
            RegionCode regionCode,
            Audience audience,
            int enterprises,
            int persons,
            int withoutMembers,
            int readers,
            int beyond) {

        Numbers numbers() {
            return new Numbers(enterprises, persons, withoutMembers, beyond);
        }
    }

    /** {@code beyond} when no member would get a WeChat message now. */
    record Named(EnterpriseId enterprise, String name, RegionCode unit, int members, boolean beyond) {}

    record Acting(
            PersonId person,
            String enterprise,
            MemberRole role,
            @Nullable Instant readAt) {}
}
