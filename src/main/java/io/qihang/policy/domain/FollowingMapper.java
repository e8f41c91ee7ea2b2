package io.qihang.policy.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** What happens to a policy after its publication: who has come to meet it, and which of its days are near. */
@Mapper
interface FollowingMapper {

    /** Another word whenever a policy has been published, replaced or withdrawn. */
    @Select("""
            select count(*) || ' ' || count(ended_at) || ' ' || coalesce(max(published_at)::text, '') || ' '
                || coalesce(max(ended_at)::text, '')
            from policy where status <> 'DRAFT'
            """)
    String stamp();

    /** The published ones for which one may still apply on the day, or that name no last day. */
    @Select("""
            select id, region_code, lineage, edition, status, particulars, published_at, replaced_by, withdrawn_reason,
                submitted_at, audience
            from policy where status = 'PUBLISHED' and jsonb_typeof(audience -> 'condition') = 'object'
              and coalesce((particulars ->> 'applyUntil')::date, #{today}) >= #{today}
            order by id
            """)
    List<Ruled> ruled(LocalDate today);

    /** Adds enterprises, their ids joined by commas; returns those that were not there before. */
    @Select(value = """
            insert into policy_reach (policy_id, enterprise_id, region_code, matched_at)
            select #{policy}, e.enterprise_id, e.region_code, #{now} from enterprise_reach e
            where e.enterprise_id = any (string_to_array(#{enterprises}, ',')::uuid[])
            on conflict do nothing returning enterprise_id
            """, affectData = true)
    List<EnterpriseId> add(PolicyId policy, String enterprises, Instant now);

    @Select("""
            <script>select distinct person_id from enterprise_member_reach where enterprise_id in
            <foreach collection="enterprises" item="it" open="(" close=")" separator=",">#{it}</foreach></script>
            """)
    List<PersonId> membersOf(Collection<EnterpriseId> enterprises);

    /** The published ones whose applications open or close after a day, up to another. */
    @Select("""
            select id, region_code, lineage, edition, status, particulars, published_at, replaced_by, withdrawn_reason,
                submitted_at
            from policy where status = 'PUBLISHED' and pack is null
              and ((particulars ->> 'applyFrom')::date > #{today} and (particulars ->> 'applyFrom')::date <= #{last}
                or (particulars ->> 'applyUntil')::date > #{today} and (particulars ->> 'applyUntil')::date <= #{last})
            order by id
            """)
    List<PolicyCard> near(LocalDate today, LocalDate last);

    /** Everyone of the enterprises it was sent to, but for those that said it does not fit. */
    @Select("""
            select distinct m.person_id from policy_reach r
            join enterprise_member_reach m on m.enterprise_id = r.enterprise_id
            where r.policy_id = #{policy} and not exists (select from policy_answer a
                where a.policy_id = r.policy_id and a.enterprise_id = r.enterprise_id and a.kind = 'UNFIT')
            """)
    List<PersonId> willing(PolicyId policy);

    /** A policy and what it demands. */
    record Ruled(PolicyCard card, Audience audience) {}
}
