package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface AssistMapper {

    @Select("""
            select no, office, state, step_no, asked_at, matter, result from ticket_assist
            where ticket_id = #{ticket} order by no
            """)
    List<Assist> of(TicketId ticket);

    @Insert("""
            insert into ticket_assist (ticket_id, no, region_code, office, state, step_no, asked_at, matter, result)
            values (#{ticket}, #{it.no}, #{county}, #{it.office}, #{it.state}, #{it.stepNo}, #{it.askedAt},
                #{it.matter}, #{it.result})
            on conflict (ticket_id, no) do update set state = excluded.state, result = excluded.result
            """)
    void put(TicketId ticket, RegionCode county, Assist it);
}
