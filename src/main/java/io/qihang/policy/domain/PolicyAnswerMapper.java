package io.qihang.policy.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** What came of a policy: who was told in person, and what enterprises answered. */
@Mapper
interface PolicyAnswerMapper {

    /** Locks what a policy says of an enterprise, so that two members do not answer at once. */
    @Select("""
            select pg_advisory_xact_lock(hashtextextended('answer ' || #{policy}::text || #{enterprise}::text, 0)) is null
            """)
    boolean lock(PolicyId policy, EnterpriseId enterprise);

    @Select("""
            select exists (select from policy_reach where policy_id = #{policy} and enterprise_id = #{enterprise})
            """)
    boolean addressed(PolicyId policy, EnterpriseId enterprise);

    @Insert("""
            insert into policy_told (policy_id, enterprise_id, region_code, told_by, told_at)
            values (#{policy}, #{enterprise}, #{region}, #{by}, #{now}) on conflict do nothing
            """)
    int tell(PolicyId policy, EnterpriseId enterprise, RegionCode region, UUID by, Instant now);

    @Select("""
            select kind, reason, ticket_id as ticket, answered_at from policy_answer
            where policy_id = #{policy} and enterprise_id = #{enterprise} order by answered_at, kind
            """)
    List<PolicyAnswer> of(PolicyId policy, EnterpriseId enterprise);

    /** The ticket in which the enterprise is being called back; null when there is none or it is closed. */
    @Select("""
            select t.ticket_id from policy_answer a join ticket_reach t on t.ticket_id = a.ticket_id
            where a.policy_id = #{policy} and a.enterprise_id = #{enterprise} and a.kind = 'CONTACT'
              and t.closed_at is null
            """)
    @Nullable
    TicketId openTicket(PolicyId policy, EnterpriseId enterprise);

    @Insert("""
            insert into policy_answer
                (id, policy_id, enterprise_id, region_code, kind, reason, ticket_id, person_id, answered_at)
            values (#{id}, #{policy}, #{enterprise}, #{region}, #{answer.kind}, #{answer.reason}, #{answer.ticket},
                #{person}, #{answer.answeredAt})
            on conflict (policy_id, enterprise_id, kind) do update set id = excluded.id, reason = excluded.reason,
                ticket_id = excluded.ticket_id, person_id = excluded.person_id, answered_at = excluded.answered_at
            """)
    void put(
            UUID id, PolicyId policy, EnterpriseId enterprise, RegionCode region, PersonId person, PolicyAnswer answer);

    @Delete("""
            delete from policy_answer where policy_id = #{policy} and enterprise_id = #{enterprise} and kind = #{kind}
            """)
    void remove(PolicyId policy, EnterpriseId enterprise, PolicyAnswer.Kind kind);

    /** How many answered what, and how many of the tickets are closed. */
    @Select("""
            select a.kind, a.reason, count(*) as enterprises, count(t.closed_at) as closed
            from policy_answer a left join ticket_reach t on t.ticket_id = a.ticket_id
            where a.policy_id = #{policy} group by a.kind, a.reason order by a.kind, enterprises desc, a.reason
            """)
    List<Count> counts(PolicyId policy);

    /** How many were told in person, and how many have come to meet the policy since its publication and today. */
    @Select("""
            select (select count(*) from policy_told where policy_id = #{policy}) as told, count(*) as later,
                count(*) filter (where matched_at >= #{today}) as today
            from policy_reach where policy_id = #{policy} and matched_at is not null
            """)
    Followed followed(PolicyId policy, Instant today);

    record Followed(int told, int later, int today) {}

    @Select("""
            <script>
            select a.id, e.enterprise_id as enterprise, e.name, e.unit_code as unit, a.kind, a.reason, a.answered_at,
                t.ticket_id as ticket, t.number, t.closed_at
            from policy_answer a join enterprise_reach e on e.enterprise_id = a.enterprise_id
            left join ticket_reach t on t.ticket_id = a.ticket_id
            where a.policy_id = #{policy}
            <if test="kind != null">and a.kind = #{kind}</if>
            <if test="after != null">and a.id &lt; #{after}</if>
            order by a.id desc limit #{limit}
            </script>
            """)
    List<Line> list(PolicyId policy, PolicyAnswer.@Nullable Kind kind, @Nullable UUID after, int limit);

    record Count(PolicyAnswer.Kind kind, PolicyAnswer.@Nullable Unfit reason, int enterprises, int closed) {}

    record Line(
            UUID id,
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            PolicyAnswer.Kind kind,
            PolicyAnswer.@Nullable Unfit reason,
            Instant answeredAt,
            @Nullable TicketId ticket,
            @Nullable String number,
            @Nullable Instant closedAt) {}
}
