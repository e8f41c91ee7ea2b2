package io.qihang.ticket.domain;

import io.qihang.access.Scope;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Lights of deadlines; the scoped read stands in {@code LightMapper.xml}. */
@Mapper
interface LightMapper {

    /** Follows the running deadlines; the lights of the others rest, and none that came on once comes on again. */
    @Insert("""
            with running as (
                select no, marks, lights from jsonb_to_recordset(#{ladders}::jsonb -> 'running')
                    as v (no int, marks timestamptz[], lights text[])),
            rested as (
                update ticket_light set next_at = null, level = 0
                where ticket_id = #{ticket} and step_no not in (select no from running)
                  and (next_at is not null or level > 0))
            insert into ticket_light as l (ticket_id, step_no, region_code, marks, lights, given, level, next_at)
            select #{ticket}, no, #{county}, marks, lights, 0, 0, marks[1] from running
            on conflict (ticket_id, step_no) do update set marks = excluded.marks, lights = excluded.lights,
                given = coalesce((select max(array_position(excluded.lights, w.light)) from ticket_warning w
                    where w.ticket_id = l.ticket_id and w.step_no = l.step_no), 0),
                level = least(coalesce((select max(array_position(excluded.lights, w.light)) from ticket_warning w
                    where w.ticket_id = l.ticket_id and w.step_no = l.step_no), 0),
                    (select count(*) from unnest(excluded.marks) m where m < #{now})),
                next_at = excluded.marks[1 + coalesce((select max(array_position(excluded.lights, w.light)) from ticket_warning w
                    where w.ticket_id = l.ticket_id and w.step_no = l.step_no), 0)]
            """)
    void follow(TicketId ticket, RegionCode county, Ladders ladders, Instant now);

    @Update("""
            update ticket_light set next_at = null, level = 0
            where ticket_id = #{ticket} and (next_at is not null or level > 0)
            """)
    void rest(TicketId ticket);

    /** The counties that ever had a ticket. */
    @Select("select distinct region_code from ticket_counter")
    List<RegionCode> counties();

    /** The soonest light that is due behind a place in their order, unless another node has it or its ticket. */
    @Select("""
            select l.ticket_id as ticket, l.step_no, l.given, l.next_at, l.lights[l.given + 1] as light
            from ticket_light l join ticket t on t.id = l.ticket_id
            where l.region_code = #{county} and l.next_at < #{now}
              and (l.next_at, l.ticket_id, l.step_no) > (#{afterAt}, #{afterTicket}, #{afterStep})
            order by l.next_at, l.ticket_id, l.step_no limit 1
            for update of l, t skip locked
            """)
    @Nullable
    Due claim(RegionCode county, Instant now, Instant afterAt, UUID afterTicket, int afterStep);

    /** One more is given; none when somebody else gave it. */
    @Update("""
            update ticket_light set given = given + 1, level = given + 1, next_at = marks[given + 2]
            where ticket_id = #{ticket} and step_no = #{stepNo} and given = #{given} and next_at = #{nextAt}
            """)
    int give(Due due);

    @Insert("""
            insert into ticket_warning (ticket_id, step_no, light, region_code, recipient, at)
            values (#{due.ticket}, #{due.stepNo}, #{due.light}, #{county}, #{to}, #{at})
            on conflict do nothing
            """)
    int warn(Due due, RegionCode county, @Nullable Recipient to, Instant at);

    @Select("select head, leader from ticket_escalation_contact where region_code = #{county} and office = #{office}")
    @Nullable
    Contact contact(RegionCode county, String office);

    @Select("""
            select o.code as office, o.name as office_name, c.head, c.leader from office o
            left join ticket_escalation_contact c on c.region_code = o.region_code and c.office = o.code
            where o.region_code = #{county} order by o.name, o.code
            """)
    List<ContactRow> contacts(RegionCode county);

    @Insert("""
            insert into ticket_escalation_contact (region_code, office, head, leader)
            values (#{county}, #{office}, #{head}, #{leader})
            on conflict (region_code, office) do update set head = excluded.head, leader = excluded.leader
            """)
    void putContact(RegionCode county, String office, @Nullable UUID head, @Nullable UUID leader);

    List<Warning> warnings(TicketId ticket, Scope scope);

    /** The ladders of all running deadlines of a ticket, as one value of a statement. */
    record Ladders(List<Running> running) {}

    /** The lights of one running deadline and the moments at which they come on. */
    record Running(int no, List<Instant> marks, List<Light> lights) {}

    record Due(TicketId ticket, int stepNo, int given, Instant nextAt, Light light) {}

    record Contact(@Nullable UUID head, @Nullable UUID leader) {}

    record ContactRow(
            String office,
            String officeName,
            @Nullable UUID head,
            @Nullable UUID leader) {}

    record Warning(
            StepKind kind,
            Instant dueAt,
            Light light,
            @Nullable Recipient recipient,
            Instant at) {}
}
