package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AssistMapper {

    /** The offices asked to assist with a ticket as one value, of a row {@code t} of the ticket table. */
    String OF_TICKET = """
            (select jsonb_build_object('items', coalesce(jsonb_agg(jsonb_build_object('no', a.no, 'office', a.office,
                'state', a.state, 'stepNo', a.step_no, 'askedAt', a.asked_at, 'matter', a.matter, 'result', a.result)
                order by a.no), '[]'))
             from ticket_assist a where a.ticket_id = t.id) as assists
            """;

    @Insert("""
            insert into ticket_assist (ticket_id, no, region_code, office, state, step_no, asked_at, matter, result)
            values (#{ticket}, #{it.no}, #{county}, #{it.office}, #{it.state}, #{it.stepNo}, #{it.askedAt},
                #{it.matter}, #{it.result})
            on conflict (ticket_id, no) do update set state = excluded.state, result = excluded.result
            """)
    void put(TicketId ticket, RegionCode county, Assist it);
}
