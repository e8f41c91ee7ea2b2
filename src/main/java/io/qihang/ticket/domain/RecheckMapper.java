package io.qihang.ticket.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.PageRequest;
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
interface RecheckMapper {

    @Insert("""
            <script>
            insert into ticket_recheck (ticket_id, closed_seq, days, region_code, due_on) values
            <foreach collection="days" item="it" separator=",">
                (#{ticket}, #{seq}, #{it}, #{county}, #{closedOn}::date + #{it}::int)</foreach>
            </script>
            """)
    void plan(TicketId ticket, int seq, RegionCode county, LocalDate closedOn, List<Integer> days);

    @Update("""
            update ticket_recheck set dropped_at = #{at}
            where ticket_id = #{ticket} and answered_at is null and dropped_at is null
            """)
    void drop(TicketId ticket, Instant at);

    /** The soonest re-check whose day has come behind a place in their order, unless another node has it. */
    @Select("""
            select ticket_id as ticket, closed_seq, days, region_code, due_on from ticket_recheck
            where due_on <= #{today} and asked_at is null and dropped_at is null
              and (due_on, ticket_id) > (#{afterOn}, #{afterId})
            order by due_on, ticket_id limit 1
            for update skip locked
            """)
    @Nullable
    Due claim(LocalDate today, LocalDate afterOn, UUID afterId);

    /** Asks, and lets what was asked earlier and never answered be. */
    @Update("""
            update ticket_recheck set
                asked_at = case when days = #{days} and closed_seq = #{seq} then #{at} else asked_at end,
                dropped_at = case when days = #{days} and closed_seq = #{seq} then dropped_at else #{at} end
            where ticket_id = #{ticket} and answered_at is null and dropped_at is null
              and (days = #{days} and closed_seq = #{seq} or asked_at is not null)
            """)
    void ask(TicketId ticket, int seq, int days, Instant at);

    @Select("""
            select ticket_id as ticket, closed_seq, days, region_code, due_on from ticket_recheck
            where ticket_id = #{ticket} and asked_at is not null and answered_at is null and dropped_at is null
            for update
            """)
    @Nullable
    Due asked(TicketId ticket);

    @Update("""
            update ticket_recheck set answered_at = #{at}, still_solved = #{solved}, note = #{note},
                by_office = #{byOffice}
            where ticket_id = #{ticket} and closed_seq = #{recheck.closedSeq} and days = #{recheck.days}
            """)
    void answer(TicketId ticket, Due recheck, boolean solved, @Nullable String note, boolean byOffice, Instant at);

    @Select("""
            <script>
            select r.ticket_id as ticket, t.number, t.title, t.enterprise_id, e.name as enterprise_name, t.region_code,
                t.office, t.closed_at, r.days, r.due_on, r.asked_at
            from ticket_recheck r
            join ticket t on t.id = r.ticket_id
            join enterprise_reach e on e.enterprise_id = t.enterprise_id
            where r.region_code in
                <foreach collection="scope.counties" item="it" open="(" close=")" separator=",">#{it}</foreach>
              and r.asked_at is not null and r.answered_at is null and r.dropped_at is null
              <if test="after != null">and (r.asked_at, r.ticket_id) > (#{after.at}, #{after.id})</if>
            order by r.asked_at, r.ticket_id limit #{limit}
            </script>
            """)
    List<Row> waiting(Scope scope, PageRequest.@Nullable Position after, int limit);

    record Due(TicketId ticket, int closedSeq, int days, RegionCode regionCode, LocalDate dueOn) {}

    record Row(
            TicketId ticket,
            String number,
            String title,
            EnterpriseId enterpriseId,
            String enterpriseName,
            RegionCode regionCode,
            @Nullable String office,
            @Nullable Instant closedAt,
            int days,
            LocalDate dueOn,
            Instant askedAt) {}
}
