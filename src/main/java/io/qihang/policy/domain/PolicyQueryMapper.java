package io.qihang.policy.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.notification.UnreadFirst;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PolicyQueryMapper {

    @Select("""
            select id, region_code, lineage, edition, status, particulars, published_at, replaced_by, withdrawn_reason,
                submitted_at
            from policy where id = #{id}
            """)
    @Nullable
    PolicyCard find(PolicyId id);

    @Select("""
            select id, region_code, lineage, edition, status, particulars, published_at, replaced_by, withdrawn_reason,
                submitted_at
            from policy where status <> 'DRAFT'
                and lineage = (select lineage from policy where id = #{id} and status <> 'DRAFT')
            order by edition desc
            """)
    List<PolicyCard> editions(PolicyId id);

    @Select("""
            select seq, ref, kind, level, path, heading, body from policy_part where policy_id = #{id} order by seq
            """)
    List<Part> parts(PolicyId id);

    @Select("""
            <script>
            select id, region_code, lineage, edition, status, particulars, published_at, replaced_by, withdrawn_reason,
                submitted_at
            from policy
            where status &lt;&gt; 'DRAFT' and region_code in
            <foreach collection="regions" item="it" open="(" close=")" separator=",">#{it}</foreach>
            <if test="at != null">and (published_at, id) &lt; (#{at}, #{id})</if>
            order by published_at desc, id desc limit #{limit}
            </script>
            """)
    List<PolicyCard> published(Collection<RegionCode> regions, @Nullable Instant at, @Nullable UUID id, int limit);

    @Select("""
            <script>
            select id, region_code, lineage, edition, status, particulars, published_at, replaced_by, withdrawn_reason,
                submitted_at
            from policy
            where region_code in <foreach collection="regions" item="it" open="(" close=")" separator=",">#{it}</foreach>
            <if test="status != null">and status = #{status}</if>
            <if test="awaiting">and status = 'DRAFT' and submitted_at is not null</if>
            <if test="after != null">and id &lt; #{after}</if>
            order by id desc limit #{limit}
            </script>
            """)
    List<PolicyCard> desk(
            Collection<RegionCode> regions,
            @Nullable PolicyStatus status,
            boolean awaiting,
            @Nullable UUID after,
            int limit);

    @Select("""
            <script>
            select * from (
                select p.id, p.region_code, p.lineage, p.edition, p.status, p.particulars, p.published_at,
                    p.replaced_by, p.withdrawn_reason, p.submitted_at,
                    exists (select from policy_reach r
                        where r.policy_id = p.id and r.enterprise_id = #{enterprise}) as addressed,
                    p.status = 'PUBLISHED' and (c.read_at is null or c.read_at &gt; #{asOf}) as unread
                from policy p left join policy_receipt c on c.policy_id = p.id and c.person_id = #{person}
                where p.status &lt;&gt; 'DRAFT' and p.region_code in
                <foreach collection="regions" item="it" open="(" close=")" separator=",">#{it}</foreach>) f
            <if test="last != null">
            where (f.unread, f.published_at, f.id) &lt; (#{last.unread}, #{last.at}, #{last.id})
            </if>
            order by f.unread desc, f.published_at desc, f.id desc limit #{limit}
            </script>
            """)
    List<FeedRow> feed(
            Collection<RegionCode> regions,
            EnterpriseId enterprise,
            PersonId person,
            Instant asOf,
            UnreadFirst.@Nullable Row last,
            int limit);

    @Select("""
            <script>
            select p.id, p.region_code, p.lineage, p.edition, p.status, p.particulars, p.published_at, p.replaced_by,
                p.withdrawn_reason, p.submitted_at
            from policy_reach r join policy p on p.id = r.policy_id
            where r.enterprise_id = #{enterprise}
            <if test="after != null">and (p.published_at, p.id) &lt; (#{after.at}, #{after.id})</if>
            order by p.published_at desc, p.id desc limit #{limit}
            </script>
            """)
    List<PolicyCard> sentTo(EnterpriseId enterprise, PageRequest.@Nullable Position after, int limit);

    @Select("""
            select id, region_code, lineage, edition, status, particulars, published_at, replaced_by, withdrawn_reason,
                submitted_at, audience, source, submitted_by, published_by, returned_by, returned_reason, version
            from policy where id = #{id}
            """)
    @Nullable
    Written written(PolicyId id);

    @Select("select audience from policy where id = #{id}")
    @Nullable
    Aimed aimed(PolicyId id);

    record Aimed(Audience audience) {}

    @Insert("""
            insert into policy_receipt (policy_id, person_id, region_code, read_at)
            values (#{policy}, #{person}, #{region}, #{now}) on conflict do nothing
            """)
    void markRead(PolicyId policy, UUID person, RegionCode region, Instant now);

    /**
     * Published policies whose title, number or a clause contains every word: titles first, then the newest first.
     * {@code pairs} finds the rows by index, {@code words} makes sure; apart from the rest, so that the index is taken.
     */
    @Select("""
            <script>
            with found as materialized (
                select policy_id, seq from policy_search
                where pairs @&gt; string_to_array(#{pairs}, ' ')
                <foreach collection="words" item="it">and position(#{it} in folded) &gt; 0</foreach>
                and region_code in
                <foreach collection="regions" item="it" open="(" close=")" separator=",">#{it}</foreach>)
            select p.id, p.region_code, p.lineage, p.edition, p.status, p.particulars, p.published_at, p.replaced_by,
                p.withdrawn_reason, p.submitted_at, s.seq, coalesce(t.ref, '') as ref, coalesce(t.path, '') as path,
                coalesce(t.heading, '') as heading, coalesce(t.body, '') as body
            from found s
            join policy p on p.id = s.policy_id and p.status = 'PUBLISHED'
            left join policy_part t on t.policy_id = s.policy_id and t.seq = s.seq
            <if test="after != null">
            where ((s.seq &gt; 0) &gt; #{after.inText} or (s.seq &gt; 0) = #{after.inText}
                and ((p.published_at, p.id) &lt; (#{after.at}, #{after.id}) or p.id = #{after.id} and s.seq &gt; #{after.seq}))
            </if>
            order by s.seq &gt; 0, p.published_at desc, p.id desc, s.seq limit #{limit}
            </script>
            """)
    List<HitRow> search(
            @Param("pairs") String pairs,
            @Param("words") List<String> words,
            @Param("regions") Collection<RegionCode> regions,
            @Param("after") @Nullable HitPlace after,
            @Param("limit") int limit);

    record FeedRow(PolicyCard card, boolean addressed, boolean unread) {}

    record Written(
            PolicyCard card,
            Audience audience,
            String source,
            @Nullable StaffId submittedBy,
            @Nullable StaffId publishedBy,
            @Nullable StaffId returnedBy,
            @Nullable String returnedReason,
            int version) {}

    /** Where a search reads on. */
    record HitPlace(boolean inText, Instant at, UUID id, int seq) {}

    record HitRow(PolicyCard card, int seq, String ref, String path, String heading, String body) {}
}
