package io.qihang.ticket.domain;

import io.qihang.access.Scope;
import io.qihang.identity.PersonId;
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
interface FollowUpMapper {

    @Select("""
            select t.status = 'CLOSED' as closed, r.days as recheck_days, f.contacted, f.useful
            from ticket t
            left join ticket_recheck r on r.ticket_id = t.id and r.asked_at is not null and r.answered_at is null
                and r.dropped_at is null
            left join ticket_feedback f on f.ticket_id = t.id and f.closed_seq = t.hops and t.status = 'CLOSED'
            where t.id = #{ticket} and exists (select from enterprise_member_reach m
                where m.enterprise_id = t.enterprise_id and m.person_id = #{person})
            """)
    @Nullable
    FollowUp of(TicketId ticket, PersonId person);

    @Insert("""
            insert into ticket_feedback (ticket_id, closed_seq, region_code, contacted, useful, at)
            select id, hops, region_code, #{contacted}, #{useful}, #{at} from ticket
            where id = #{ticket} and status = 'CLOSED'
            on conflict (ticket_id, closed_seq) do update
                set contacted = excluded.contacted, useful = excluded.useful, at = excluded.at
            """)
    int put(TicketId ticket, @Nullable Boolean contacted, @Nullable Boolean useful, Instant at);

    /** By the office that had them, of what was closed in a stretch of time and not taken back. */
    @Select("""
            <script>
            select v.region_code, v.office, count(*)::int as closed, count(f.ticket_id)::int as answered,
                count(f.contacted)::int as contacted_asked, count(*) filter (where f.contacted)::int as contacted,
                count(f.useful)::int as useful_asked, count(*) filter (where f.useful)::int as useful,
                count(*) filter (where exists (select from ticket_event n where n.ticket_id = v.ticket_id
                    and n.seq > v.seq and n.action = 'REOPEN'))::int as reopened
            from ticket_event v
            left join ticket_feedback f on f.ticket_id = v.ticket_id and f.closed_seq = v.seq
            where v.region_code in
                <foreach collection="scope.counties" item="it" open="(" close=")" separator=",">#{it}</foreach>
              and v.status = 'CLOSED' and v.action &lt;&gt; 'WITHDRAW' and v.at >= #{from} and v.at &lt; #{until}
            group by v.region_code, v.office order by v.office nulls first
            </script>
            """)
    List<Rate> rates(Scope scope, Instant from, Instant until);

    @Insert("""
            insert into ticket_sample_draw (region_code, month, percent, closed, drawn_at, drawn_by)
            select #{county}, #{month}, #{percent}, count(distinct ticket_id), #{at}, #{by} from ticket_event
            where region_code = #{county} and status = 'CLOSED' and action <> 'WITHDRAW'
              and at >= #{from} and at < #{until}
            on conflict do nothing
            """)
    int draw(RegionCode county, LocalDate month, int percent, Instant from, Instant until, Instant at, UUID by);

    /** In the order of the numbers' digests, which nobody chose; the same again whenever it is drawn. */
    @Insert("""
            insert into ticket_sample (region_code, month, ticket_id)
            select #{county}, #{month}, c.id from (
                select distinct t.id, t.number from ticket_event v join ticket t on t.id = v.ticket_id
                where v.region_code = #{county} and v.status = 'CLOSED' and v.action <> 'WITHDRAW'
                  and v.at >= #{from} and v.at < #{until}) c
            order by md5(#{month}::date || c.number), c.number
            limit (select ceil(closed * percent / 100.0) from ticket_sample_draw
                where region_code = #{county} and month = #{month})
            """)
    void sample(RegionCode county, LocalDate month, Instant from, Instant until);

    @Select("""
            <script>
            select s.ticket_id as ticket, t.number, t.title, e.name as enterprise_name, t.outcome, t.closed_at,
                s.result, s.note, s.called_at, d.closed, d.percent
            from ticket_sample s
            join ticket_sample_draw d on d.region_code = s.region_code and d.month = s.month
            join ticket t on t.id = s.ticket_id
            join enterprise_reach e on e.enterprise_id = t.enterprise_id
            where s.region_code in
                <foreach collection="scope.counties" item="it" open="(" close=")" separator=",">#{it}</foreach>
              and s.month = #{month}
            order by t.number
            </script>
            """)
    List<SampleRow> samples(Scope scope, LocalDate month);

    @Update("""
            update ticket_sample set result = #{result}, note = #{note}, called_at = #{at}, called_by = #{by}
            where region_code = #{county} and ticket_id = #{ticket}
              and month = (select max(month) from ticket_sample
                where region_code = #{county} and ticket_id = #{ticket})
            """)
    int called(RegionCode county, TicketId ticket, SampleResult result, @Nullable String note, Instant at, UUID by);

    record Rate(
            RegionCode regionCode,
            @Nullable String office,
            int closed,
            int answered,
            int contactedAsked,
            int contacted,
            int usefulAsked,
            int useful,
            int reopened) {}

    record SampleRow(
            TicketId ticket,
            String number,
            String title,
            String enterpriseName,
            @Nullable TicketOutcome outcome,
            @Nullable Instant closedAt,
            @Nullable SampleResult result,
            @Nullable String note,
            @Nullable Instant calledAt,
            int closed,
            int percent) {}
}
