package io.qihang.ticket.domain;

import io.qihang.access.Scope;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SuspensionMapper {

    @Insert("""
            insert into ticket_suspension as s (ticket_id, region_code, why, decider, level, since, review_on)
            values (#{ticket}, #{county}, #{why}, #{terms.decider}, #{terms.level}, null, null)
            on conflict (ticket_id) do update set why = excluded.why, decider = excluded.decider,
                level = excluded.level, since = null, review_on = null
            """)
    void asked(TicketId ticket, RegionCode county, String why, SuspensionTerms terms);

    /** Keeps from the request what the decision does not say anew. */
    @Update("""
            update ticket_suspension set since = coalesce(since, #{at}), review_on = #{reviewOn},
                why = case when since is null then why else #{why} end,
                decider = coalesce(#{terms.decider}, decider), level = coalesce(#{terms.level}, level)
            where ticket_id = #{ticket}
            """)
    void begun(TicketId ticket, Instant at, String why, LocalDate reviewOn, SuspensionTerms terms);

    @Select("""
            <script>
            select s.ticket_id as ticket, t.region_code, t.number, e.name as enterprise_name, t.title, t.category,
                t.office, s.since, s.why, s.decider, s.level, s.review_on
            from ticket_suspension s
            join ticket t on t.id = s.ticket_id
            join enterprise_reach e on e.enterprise_id = t.enterprise_id
            where s.region_code in
                <foreach collection="scope.counties" item="it" open="(" close=")" separator=",">#{it}</foreach>
              and t.status = 'SUSPENDED' and s.since is not null
              <if test="after != null">and (s.review_on, s.ticket_id) > (#{after.on}, #{after.id})</if>
            order by s.review_on, s.ticket_id limit #{limit}
            </script>
            """)
    List<Row> list(Scope scope, @Nullable After after, int limit);

    /** A place in the list. */
    record After(LocalDate on, UUID id) {}

    record Row(
            TicketId ticket,
            RegionCode regionCode,
            String number,
            String enterpriseName,
            String title,
            String category,
            @Nullable String office,
            Instant since,
            String why,
            @Nullable String decider,
            @Nullable SuspensionLevel level,
            LocalDate reviewOn) {}
}
