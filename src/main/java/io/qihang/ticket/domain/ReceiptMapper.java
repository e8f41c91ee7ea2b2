package io.qihang.ticket.domain;

import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReceiptMapper {

    @Select("select id from ticket where number = #{number}")
    List<TicketId> byNumber(String number);

    @Select("select at, action, office from ticket_event where ticket_id = #{ticket} order by seq")
    List<Line> hops(TicketId ticket);

    record Line(Instant at, TicketAction action, @Nullable String office) {}
}
