package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProposalMapper {

    @Insert("insert into ticket_proposal (ticket_id, seq, region_code, outcome) "
            + "values (#{ticket}, #{seq}, #{county}, #{outcome})")
    void add(TicketId ticket, int seq, RegionCode county, TicketOutcome outcome);

    @Select("select outcome from ticket_proposal where ticket_id = #{ticket} order by seq desc limit 1")
    @Nullable
    TicketOutcome latest(TicketId ticket);
}
