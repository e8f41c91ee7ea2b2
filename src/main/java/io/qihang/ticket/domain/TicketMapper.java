package io.qihang.ticket.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface TicketMapper extends BaseMapper<Ticket> {

    @Select("select * from ticket where id = #{id}")
    @Nullable
    Ticket find(TicketId id);

    @Select("select * from ticket where id = #{id} for update")
    @Nullable
    Ticket lock(TicketId id);

    /** Takes the county's next number of the year; a rolled back one stays a gap. */
    @Select("""
            insert into ticket_counter as c (region_code, year, last) values (#{county}, #{year}, 1)
            on conflict (region_code, year) do update set last = c.last + 1 returning last
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int nextNumber(RegionCode county, int year);

    @Insert("""
            insert into ticket_event (ticket_id, seq, region_code, action, status, party, account, office, at, text,
                evidence)
            values (#{hop.ticket}, #{hop.seq}, #{county}, #{hop.action}, #{hop.status}, #{hop.party}, #{hop.account},
                #{hop.office}, #{hop.at}, #{hop.text}, #{hop.evidence})
            """)
    void addHop(RegionCode county, Hop hop);

    @Select("""
            select ticket_id as ticket, seq, action, status, party, account, office, at, text, evidence
            from ticket_event where ticket_id = #{ticket} and seq = #{seq}
            """)
    @Nullable
    Hop hop(TicketId ticket, int seq);

    /** The next ticket with a deadline counted by an older calendar, unless another node has it. */
    @Select("""
            select * from ticket
            where region_code = #{county} and calendar_version < #{current} and id > #{after}
            order by id limit 1
            for update skip locked
            """)
    @Nullable
    Ticket claimOutdated(RegionCode county, int current, UUID after);
}
