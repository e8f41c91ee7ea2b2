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

    /** A ticket's deadlines as one value, of a row {@code t} of the ticket table. */
    String OF_TICKET = """
            (select jsonb_build_object('items', jsonb_agg(jsonb_build_object('no', s.no, 'kind', s.kind,
                'profileStep', s.profile_step, 'startedAt', s.started_at, 'calendarVersion', s.calendar_version,
                'profile', s.profile, 'profileVersion', s.profile_version, 'dueAt', s.due_at,
                'provisional', s.provisional, 'metAt', s.met_at, 'escalatedAt', s.escalated_at) order by s.no))
             from ticket_step s where s.ticket_id = t.id) as steps
            """;

    /** Writes such a value, {@code steps}, of the {@code ticket} and its {@code county}. */
    String PUT = """
            insert into ticket_step (ticket_id, no, region_code, kind, profile, profile_version, profile_step,
                calendar_version, started_at, due_at, provisional, met_at, escalated_at)
            select #{ticket}, s.no, #{county}, s.kind, s.profile, s."profileVersion", s."profileStep",
                s."calendarVersion", s."startedAt", s."dueAt", s.provisional, s."metAt", s."escalatedAt"
            from jsonb_to_recordset(#{steps}::jsonb -> 'items') as s (no int, kind text, profile text,
                "profileVersion" int, "profileStep" text, "calendarVersion" int, "startedAt" timestamptz,
                "dueAt" timestamptz, provisional boolean, "metAt" timestamptz, "escalatedAt" timestamptz)
            on conflict (ticket_id, no) do update set profile = excluded.profile,
                profile_version = excluded.profile_version, profile_step = excluded.profile_step,
                calendar_version = excluded.calendar_version, due_at = excluded.due_at,
                provisional = excluded.provisional, met_at = excluded.met_at, escalated_at = excluded.escalated_at
            """;

    @Insert(PUT)
    void put(TicketId ticket, RegionCode county, TicketRecord.StepLines steps);

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

        static StepRow of(Step step) {
            return new StepRow(
                    step.no(),
                    step.kind(),
                    step.profileStep(),
                    step.startedAt(),
                    step.counted().calendar(),
                    step.counted().profile(),
                    step.counted().profileVersion(),
                    step.dueAt(),
                    step.provisional(),
                    step.metAt(),
                    step.escalatedAt());
        }

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
