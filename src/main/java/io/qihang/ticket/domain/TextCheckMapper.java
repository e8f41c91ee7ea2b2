package io.qihang.ticket.domain;

import io.qihang.identity.PersonId;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface TextCheckMapper {

    /** What is due, taken until then; a node skips what another has taken. */
    @Select("""
            with due as (
                select ticket_id, seq from ticket_text_check where state = 'WAITING' and next_at <= #{now}
                order by next_at limit #{limit} for update skip locked)
            update ticket_text_check c set tries = c.tries + 1, next_at = #{until}
            from due, ticket t, ticket_event v
            where c.ticket_id = due.ticket_id and c.seq = due.seq
              and t.id = c.ticket_id and v.ticket_id = c.ticket_id and v.seq = c.seq
            returning c.ticket_id as ticket, c.seq, c.account as author, c.tries, v.at,
                case c.seq when 1 then t.title else '' end as title,
                case c.seq when 1 then t.content else v.text end as text
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Due> claim(Instant now, Instant until, int limit);

    /** Writes the outcome of that try down. */
    @Update("""
            update ticket_text_check set state = #{state}, next_at = #{next}, label = #{label}
            where ticket_id = #{due.ticket} and seq = #{due.seq} and state = 'WAITING' and tries = #{due.tries}
            """)
    int finish(Due due, TextState state, @Nullable Instant next, @Nullable Integer label);

    /** Whether everybody of the enterprise may see the title. */
    @Select("""
            select not exists (select from ticket_text_check
                where ticket_id = #{ticket} and seq = 1 and state <> 'PASSED')
            """)
    boolean showsTitle(TicketId ticket);

    /** What somebody wrote at a time. */
    record Due(TicketId ticket, int seq, PersonId author, int tries, Instant at, String title, String text) {}
}
