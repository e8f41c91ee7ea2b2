package io.qihang.ticket.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface TicketMapper extends BaseMapper<Ticket> {

    /** A ticket with its deadlines. */
    String TICKET = "select t.*, " + StepMapper.OF_TICKET + ", " + AssistMapper.OF_TICKET + ", " + WaitMapper.OF_TICKET
            + " from ticket t ";

    @Select(TICKET + "where t.id = #{id}")
    @Nullable
    Ticket find(TicketId id);

    @Select(TICKET + "where t.id = #{id} for update")
    @Nullable
    Ticket lock(TicketId id);

    @Select("select status from ticket where id = #{id}")
    TicketStatus status(TicketId id);

    /** Takes the county's next number of the year; a rolled back one stays a gap. */
    @Select("""
            insert into ticket_counter as c (region_code, year, last) values (#{county}, #{year}, 1)
            on conflict (region_code, year) do update set last = c.last + 1 returning last
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int nextNumber(RegionCode county, int year);

    /** Adds a ticket with its deadlines and its first hop. */
    @Insert("""
            with raised as (
                insert into ticket (id, region_code, enterprise_id, number, category, title, content, origin,
                    origin_note, raised_by, received_at, created_at, status, office, outcome, closed_at, reopened, hops,
                    next_due_at, calendar_version, version)
                values (#{ticket}, #{county}, #{raised.enterpriseId}, #{raised.number}, #{raised.category},
                    #{raised.title}, #{raised.content}, #{raised.origin}, #{raised.originNote}, #{raised.raisedBy},
                    #{raised.receivedAt}, #{raised.createdAt}, #{raised.status}, #{raised.office}, #{raised.outcome},
                    #{raised.closedAt}, #{raised.reopened}, #{raised.hops}, #{raised.nextDueAt}, #{raised.calendarVersion},
                    #{raised.version})),
            deadlines as (""" + StepMapper.PUT + "), " + ADD_HOP)
    void raise(
            TicketId ticket,
            RegionCode county,
            Ticket raised,
            TicketRecord.StepLines steps,
            Hop hop,
            ContentCheckId check);

    /** What somebody of the enterprise says in their own words is checked before others of it see it. */
    String ADD_HOP = """
            hop as (insert into ticket_event (ticket_id, seq, region_code, action, status, party, account, office, at, text,
                evidence)
            values (#{hop.ticket}, #{hop.seq}, #{county}, #{hop.action}, #{hop.status}, #{hop.party}, #{hop.account},
                #{hop.office}, #{hop.at}, #{hop.text}, #{hop.evidence})
                returning *)
            insert into ticket_content_check (id, region_code, ticket_id, seq, account, written_at, state, next_at)
            select #{check}, region_code, ticket_id, seq, account, at, 'WAITING', at from hop
            where party = 'ENTERPRISE' and action <> 'MERGE'
            """;

    @Insert("with " + ADD_HOP)
    void addHop(RegionCode county, Hop hop, ContentCheckId check);

    /** A hop, with the name of the enterprise. */
    @Select("""
            select v.ticket_id as ticket, v.seq, v.action, v.status, v.party, v.account, v.office, v.at, v.text,
                v.evidence, e.name as enterprise_name
            from ticket_event v
            join ticket t on t.id = v.ticket_id
            join enterprise_reach e on e.enterprise_id = t.enterprise_id
            where v.ticket_id = #{ticket} and v.seq = #{seq}
            """)
    @Nullable
    NamedHop hop(TicketId ticket, int seq);

    /** The next ticket counted by an older calendar, behind a place in their order, unless another node has it. */
    @Select(TICKET + """
            where region_code = #{county} and calendar_version < #{current}
              and (calendar_version, id) > (#{afterVersion}, #{afterId})
            order by calendar_version, id limit 1
            for update skip locked
            """)
    @Nullable
    Ticket claimOutdated(RegionCode county, int current, int afterVersion, UUID afterId);

    record NamedHop(
            TicketId ticket,
            int seq,
            TicketAction action,
            TicketStatus status,
            Party party,
            @Nullable UUID account,
            @Nullable String office,
            Instant at,
            String text,
            @Nullable String evidence,
            String enterpriseName) {

        Hop hop() {
            return new Hop(ticket, seq, action, status, party, account, office, at, text, evidence);
        }
    }
}
