package io.qihang.ticket.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface TicketAgendaMapper {

    /** The open tickets of these enterprises, the oldest first, so many of each. */
    @Select("""
            <script>
            select t.id, t.enterprise_id, t.number, t.title, t.status, t.received_at
            from (select distinct unnest(array
                <foreach collection="subjects" item="it" open="[" close="]" separator=",">#{it}</foreach>::uuid[]) as id) s
            cross join lateral (select o.* from ticket o where o.enterprise_id = s.id and o.status &lt;&gt; 'CLOSED'
                order by o.created_at, o.id limit #{most}) t
            order by t.received_at, t.id
            </script>
            """)
    List<OpenRow> open(Collection<UUID> subjects, int most);

    record OpenRow(UUID id, UUID enterpriseId, String number, String title, TicketStatus status, Instant receivedAt) {}
}
