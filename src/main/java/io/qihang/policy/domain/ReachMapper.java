package io.qihang.policy.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberRole;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.notification.Topic;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Whom a policy reaches: by its audience before publication, by what was kept then afterwards. */
@Mapper
interface ReachMapper {

    /** Enterprises that meet the criteria other than facts, in the order of their ids, with what is known of these facts. */
    List<Candidate> candidates(
            @Param("aim") Criteria aim,
            @Param("keys") List<String> keys,
            @Param("after") @Nullable EnterpriseId after,
            @Param("limit") int limit);

    /**
     * An enterprise that may meet a condition.
     *
     * @param known text and unit of each fact asked for, in their order, set apart by {@code U+001F}; an unknown fact's
     *     text is {@code U+001E}
     */
    record Candidate(EnterpriseId enterprise, String known) {}

    /** Counts the audience. */
    Numbers count(@Param("aim") Aim aim);

    /** The enterprises of the audience, in the order of their ids. */
    List<Named> list(@Param("aim") Aim aim, @Param("choice") Choice choice);

    /** The audience by unit, then by main commissioner. */
    List<Share> shares(@Param("aim") Aim aim);

    /** Keeps the audience as it is now, besides whom is kept already. */
    int keep(@Param("aim") Aim aim);

    /** Counts whom a published policy of one of these regions reached; null for any other. */
    @Select("""
            <script>
            select count(distinct r.enterprise_id) as enterprises,
                count(distinct m.person_id) as persons,
                count(distinct r.enterprise_id) filter (where m.person_id is null) as without_members,
                count(distinct c.person_id) as readers
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
    Kept countKept(PolicyId policy, Collection<RegionCode> regions);

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

    /** What is asked for besides facts. */
    record Criteria(Collection<RegionCode> counties, Collection<RegionCode> regions, Collection<String> industries) {}

    /**
     * Whom a policy asks for.
     *
     * @param kept whether those are meant whom it was sent to, whatever the rest says
     * @param ids joined by commas, those whose facts decide; null when no facts are asked for
     * @param template whose balance decides whom WeChat reaches
     * @param topic whoever does without it is not reached by WeChat
     */
    record Aim(
            PolicyId policy,
            UUID lineage,
            int edition,
            boolean kept,
            Collection<RegionCode> counties,
            Collection<RegionCode> regions,
            Collection<String> industries,
            @Nullable String ids,
            String template,
            Topic topic,
            LocalDate today) {}

    /** Which of them are listed. */
    record Choice(
            PolicyAudience.Part part,
            @Nullable RegionCode unit,
            @Nullable StaffId commissioner,
            @Nullable UUID after,
            int limit) {

        /** Whether it lists fewer than all. */
        boolean narrows() {
            return part != PolicyAudience.Part.ALL || unit != null || commissioner != null;
        }
    }

    /**
     * How many are reached; of {@code withoutMembers} nobody can be told, {@code beyond} get no WeChat message now, an
     * earlier edition was sent to {@code toldBefore}, and {@code enjoying} have said that they enjoy it.
     */
    record Numbers(int enterprises, int persons, int withoutMembers, int beyond, int toldBefore, int enjoying) {}

    /** How many were reached, and how many of those told have read the policy itself. */
    record Kept(int enterprises, int persons, int withoutMembers, int readers) {}

    /** {@code beyond} when no member would get a WeChat message now. */
    record Named(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            @Nullable StaffId commissioner,
            int members,
            boolean beyond,
            boolean toldBefore,
            boolean enjoys) {}

    /** One unit's, or one commissioner's, part of the audience. */
    record Share(
            @Nullable RegionCode unit, @Nullable StaffId commissioner, int enterprises, int beyond, int toldBefore) {}

    record Acting(
            PersonId person,
            String enterprise,
            MemberRole role,
            @Nullable Instant readAt) {}
}
