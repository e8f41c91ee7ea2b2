package io.qihang.policy.domain;

import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface DigestMapper {

    @Insert("insert into policy_digest (region_code, week) values (#{county}, #{week}) on conflict do nothing")
    int begin(RegionCode county, LocalDate week);

    /** How far the county's digest has come; null while another node is at it. */
    @Select("""
            select week, last_person, finished_at from policy_digest where region_code = #{county} and week = #{week}
            for update skip locked
            """)
    @Nullable
    Progress lock(RegionCode county, LocalDate week);

    record Progress(
            LocalDate week,
            @Nullable PersonId lastPerson,
            @Nullable Instant finishedAt) {}

    @Update("""
            update policy_digest set last_person = #{last}, finished_at = #{finishedAt}
            where region_code = #{county} and week = #{week}
            """)
    void note(RegionCode county, LocalDate week, @Nullable PersonId last, @Nullable Instant finishedAt);

    /** Members of the county's enterprises, in the order of their ids. */
    @Select("""
            <script>
            select distinct m.person_id from enterprise_member_reach m
            join enterprise_reach e on e.enterprise_id = m.enterprise_id
            where e.region_code = #{county} <if test="after != null">and m.person_id &gt; #{after}</if>
            order by m.person_id limit #{limit}
            </script>
            """)
    List<PersonId> persons(RegionCode county, @Nullable PersonId after, int limit);

    /**
     * The policies in force that were sent to their enterprises there in the time given, or whose applications open or
     * close by the last day; not those the enterprise said do not fit.
     */
    @Select("""
            <script>
            select m.person_id as person, p.id as policy, p.particulars,
                bool_or(coalesce(r.matched_at, p.published_at) &gt;= #{since}
                    and coalesce(r.matched_at, p.published_at) &lt; #{until}) as fresh,
                bool_or(c.read_at is not null) as read
            from enterprise_member_reach m
            join policy_reach r on r.enterprise_id = m.enterprise_id and r.region_code = #{county}
            join policy p on p.id = r.policy_id and p.status = 'PUBLISHED'
            left join policy_receipt c on c.policy_id = p.id and c.person_id = m.person_id
            where m.person_id in
            <foreach collection="persons" item="it" open="(" close=")" separator=",">#{it}</foreach>
              and (coalesce(r.matched_at, p.published_at) &gt;= #{since}
                    and coalesce(r.matched_at, p.published_at) &lt; #{until}
                or (p.particulars ->> 'applyFrom')::date between #{today} and #{last}
                or (p.particulars ->> 'applyUntil')::date between #{today} and #{last})
              and not exists (select from policy_answer a
                where a.policy_id = p.id and a.enterprise_id = r.enterprise_id and a.kind = 'UNFIT')
            group by m.person_id, p.id order by m.person_id, p.published_at desc, p.id
            </script>
            """)
    List<Item> items(
            RegionCode county,
            Collection<PersonId> persons,
            Instant since,
            Instant until,
            LocalDate today,
            LocalDate last);

    record Item(PersonId person, PolicyId policy, Particulars particulars, boolean fresh, boolean read) {}
}
