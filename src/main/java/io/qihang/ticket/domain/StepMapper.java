package io.qihang.ticket.domain;

import io.qihang.calendar.ClockVersion;
import io.qihang.calendar.OpenDeadlines.OpenDeadline;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface StepMapper {

    @Select("""
            select no, kind, profile_step, started_at, calendar_version, profile, profile_version, due_at, provisional,
                met_at, escalated_at
            from ticket_step where ticket_id = #{ticket} order by no
            """)
    List<StepRow> of(TicketId ticket);

    @Insert("""
            <script>
            insert into ticket_step (ticket_id, no, region_code, kind, profile, profile_version, profile_step,
                calendar_version, started_at, due_at, provisional, met_at, escalated_at)
            values <foreach collection="steps" item="it" separator=",">
                (#{ticket}, #{it.no}, #{county}, #{it.kind}, #{it.counted.profile}, #{it.counted.profileVersion},
                #{it.profileStep}, #{it.counted.calendar}, #{it.startedAt}, #{it.dueAt}, #{it.provisional},
                #{it.metAt}, #{it.escalatedAt})</foreach>
            on conflict (ticket_id, no) do update set profile = excluded.profile,
                profile_version = excluded.profile_version, profile_step = excluded.profile_step,
                calendar_version = excluded.calendar_version, due_at = excluded.due_at,
                provisional = excluded.provisional, met_at = excluded.met_at, escalated_at = excluded.escalated_at
            </script>
            """)
    void put(TicketId ticket, RegionCode county, List<Step> steps);

    /** Deadlines of open tickets that run across a range of time; at most {@code limit}. */
    @Select("""
            select t.number, t.category, s.kind, s.profile_step, s.started_at,
                (select jsonb_build_object('items', coalesce(jsonb_agg(jsonb_build_object('no', p.no,
                    'reason', p.reason, 'reasonName', p.reason_name, 'waitsForEnterprise', p.waits_for_enterprise,
                    'maxDays', p.max_days, 'nudgeDays', p.nudge_days, 'note', p.note, 'startedAt', p.started_at,
                    'endedAt', p.ended_at, 'nudgedAt', p.nudged_at) order by p.no), '[]'))
                 from ticket_pause p where p.ticket_id = t.id) as pauses
            from ticket_step s join ticket t on t.id = s.ticket_id
            where s.region_code = #{county} and s.met_at is null and t.next_due_at is not null
              and s.due_at > #{from} and s.started_at < #{until}
              and (s.kind = 'ASSIST' or s.no = (select max(l.no) from ticket_step l
                where l.ticket_id = s.ticket_id and l.kind = s.kind))
              and s.kind = any (case t.status when 'ANSWERED' then array['CONFIRM']
                when 'SUSPENDED' then array['REVIEW'] else array['ACCEPT', 'REPLY', 'SOLVE', 'ASSIST'] end)
            order by s.due_at, t.number limit #{limit}
            """)
    List<OpenRow> open(RegionCode county, Instant from, Instant until, int limit);

    record StepRow(
            int no,
            StepKind kind,
            String profileStep,
            Instant startedAt,
            int calendarVersion,
            String profile,
            int profileVersion,
            Instant dueAt,
            boolean provisional,
            @Nullable Instant metAt,
            @Nullable Instant escalatedAt) {

        Step asStep() {
            var counted = new ClockVersion(calendarVersion, profile, profileVersion);
            return new Step(no, kind, profileStep, startedAt, counted, dueAt, provisional, metAt, escalatedAt);
        }
    }

    record OpenRow(
            String number,
            String category,
            StepKind kind,
            String profileStep,
            Instant startedAt,
            WaitMapper.PauseLines pauses) {

        OpenDeadline asDeadline() {
            return new OpenDeadline(
                    "诉求 " + number, profileStep, kind.profiles(category), startedAt, calendar -> pauses.items().stream()
                            .map(it -> it.stop(calendar))
                            .toList());
        }
    }
}
