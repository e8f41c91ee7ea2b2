package io.qihang.ticket.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface WaitMapper {

    /** A ticket's pauses and extensions as two values, of a row {@code t} of the ticket table. */
    String OF_TICKET = """
            (select jsonb_build_object('items', coalesce(jsonb_agg(jsonb_build_object('no', p.no,
                'reason', p.reason, 'reasonName', p.reason_name, 'waitsForEnterprise', p.waits_for_enterprise,
                'maxDays', p.max_days, 'nudgeDays', p.nudge_days, 'note', p.note, 'startedAt', p.started_at,
                'endedAt', p.ended_at, 'nudgedAt', p.nudged_at) order by p.no), '[]'))
             from ticket_pause p where p.ticket_id = t.id) as pauses,
            (select jsonb_build_object('items', coalesce(jsonb_agg(jsonb_build_object('no', x.no,
                'reason', x.reason, 'askedAt', x.asked_at, 'granted', x.granted, 'office', x.office,
                'words', x.words, 'decidedAt', x.decided_at) order by x.no), '[]'))
             from ticket_extension x where x.ticket_id = t.id) as extensions
            """;

    @Insert("""
            insert into ticket_pause (ticket_id, no, region_code, reason, reason_name, waits_for_enterprise, max_days,
                nudge_days, note, started_at, ended_at, nudged_at, check_at)
            values (#{ticket}, #{it.no}, #{county}, #{it.reason}, #{it.reasonName}, #{it.waitsForEnterprise},
                #{it.maxDays}, #{it.nudgeDays}, #{it.note}, #{it.startedAt}, #{it.endedAt}, #{it.nudgedAt},
                #{checkAt})
            on conflict (ticket_id, no) do update set ended_at = excluded.ended_at, nudged_at = excluded.nudged_at,
                check_at = excluded.check_at
            """)
    void putPause(TicketId ticket, RegionCode county, Pause it, @Nullable Instant checkAt);

    @Insert("""
            insert into ticket_extension (ticket_id, no, region_code, reason, asked_at, granted, office, words,
                decided_at)
            values (#{ticket}, #{it.no}, #{county}, #{it.reason}, #{it.askedAt}, #{it.granted}, #{it.office},
                #{it.words}, #{it.decidedAt})
            on conflict (ticket_id, no) do update set granted = excluded.granted, office = excluded.office,
                words = excluded.words, decided_at = excluded.decided_at
            """)
    void putExtension(TicketId ticket, RegionCode county, Extension it);

    /** Extensions that nobody has decided, the longest waiting first. */
    @Select("""
            <script>
            select x.ticket_id as ticket, x.region_code, t.number, t.title, t.enterprise_id, e.name as enterprise_name,
                t.office, x.reason, x.asked_at, (select s.due_at from ticket_step s
                    where s.ticket_id = x.ticket_id and s.kind = 'SOLVE' order by s.no desc limit 1) as due_at
            from ticket_extension x
            join ticket t on t.id = x.ticket_id
            join enterprise_reach e on e.enterprise_id = t.enterprise_id
            where x.region_code in
                <foreach collection="scope.counties" item="it" open="(" close=")" separator=",">#{it}</foreach>
              and x.decided_at is null
              <if test="after != null">and (x.asked_at, x.ticket_id) > (#{after.at}, #{after.id})</if>
            order by x.asked_at, x.ticket_id limit #{limit}
            </script>
            """)
    List<PendingRow> pendingExtensions(Scope scope, PageRequest.@Nullable Position after, int limit);

    record PendingRow(
            TicketId ticket,
            RegionCode regionCode,
            String number,
            String title,
            EnterpriseId enterpriseId,
            String enterpriseName,
            @Nullable String office,
            String reason,
            Instant askedAt,
            Instant dueAt) {}

    /** The next ticket whose pause has to be looked at, behind a place in their order, unless another node has it. */
    @Select("""
            select p.ticket_id as ticket, p.check_at from ticket_pause p join ticket t on t.id = p.ticket_id
            where p.region_code = #{county} and p.ended_at is null and p.check_at <= #{now}
              and (p.check_at, p.ticket_id) > (#{afterCheck}, #{afterId})
            order by p.check_at, p.ticket_id limit 1
            for update of t skip locked
            """)
    @Nullable
    CheckRow claimPause(RegionCode county, Instant now, Instant afterCheck, UUID afterId);

    /** A ticket whose pause has to be looked at, and since when. */
    record CheckRow(TicketId ticket, Instant checkAt) {}

    /** Pauses in order. */
    record PauseLines(List<Pause> items) {

        public PauseLines {
            items = List.copyOf(items);
        }
    }

    /** Extensions in order. */
    record ExtensionLines(List<Extension> items) {

        public ExtensionLines {
            items = List.copyOf(items);
        }
    }
}
