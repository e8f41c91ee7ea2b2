package io.qihang.ticket.domain;

import io.qihang.identity.PersonId;
import io.qihang.storage.FileId;
import io.qihang.ticket.TicketId;
import io.qihang.wechat.MediaChecked;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ContentCheckMapper {

    /** What is due, taken until then; a node skips what another has taken. */
    @Select("""
            with due as (
                select id from ticket_content_check where state = 'WAITING' and trace_id is null and next_at <= #{now}
                order by next_at limit #{limit} for update skip locked)
            update ticket_content_check c set tries = c.tries + 1, next_at = #{until}
            from due, ticket t, ticket_event v
            where c.id = due.id and t.id = c.ticket_id and v.ticket_id = c.ticket_id and v.seq = c.seq
            returning c.id, c.ticket_id as ticket, c.seq, c.file_id as file, c.account as author, c.tries,
                case when c.file_id is null and c.seq = 1 then t.title else '' end as title,
                case when c.file_id is not null
                    then (select f.name from ticket_file f where f.file_id = c.file_id)
                    else case c.seq when 1 then t.content else v.text end end as text
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Due> claim(Instant now, Instant until, int limit);

    /** Writes down what that try came to, unless a person has decided meanwhile. */
    @Update("""
            update ticket_content_check set state = #{state}, next_at = #{next}, trace_id = #{trace}, cause = #{cause},
                label = #{label}
            where id = #{due.id} and state = 'WAITING' and tries = #{due.tries}
            """)
    int finish(
            Due due,
            CheckState state,
            @Nullable Instant next,
            @Nullable String trace,
            @Nullable CheckCause cause,
            @Nullable Integer label);

    /** Keeps what WeChat tells of an image until it is known whose it is. */
    @Insert("""
            insert into ticket_image_verdict (trace_id, suggest, label, errcode, told_at)
            values (#{told.traceId}, #{told.suggest}, #{told.label}, #{told.errcode}, #{now})
            on conflict (trace_id) do nothing
            """)
    void hear(MediaChecked told, Instant now);

    /** Gives the images their verdicts; one that is no longer waited for changes nothing. */
    @Update("""
            with told as (
                delete from ticket_image_verdict v using ticket_content_check c where c.trace_id = v.trace_id
                returning v.*)
            update ticket_content_check c set next_at = null,
                state = case when told.errcode = 0 and told.suggest = 'pass' then 'PASSED'
                    when told.errcode = 0 and told.suggest = 'risky' then 'HELD' else 'REVIEW' end,
                cause = case when told.errcode <> 0 then 'NOT_FETCHED' when told.suggest = 'pass' then null
                    when told.suggest = 'risky' then 'RISKY' when told.suggest = 'review' then 'DOUBTFUL'
                    else 'UNCHECKED' end,
                label = case when told.errcode = 0 and told.suggest <> 'pass' then told.label end
            from told where c.trace_id = told.trace_id and c.state = 'WAITING'
            """)
    int settle();

    /** Images whose verdict did not come in time wait for a person. */
    @Update("""
            update ticket_content_check set state = 'REVIEW', next_at = null, cause = 'NO_VERDICT'
            where state = 'WAITING' and trace_id is not null and next_at <= #{now}
            """)
    int giveUp(Instant now);

    @Delete("delete from ticket_image_verdict where told_at < #{before}")
    int forget(Instant before);

    /** Returns 0 when it stands so already. */
    @Update("""
            update ticket_content_check set state = #{state}, next_at = null, decided_by = #{by}, decided_at = #{at},
                reason = #{reason}
            where id = #{id} and case #{state}::text when 'HELD' then state <> 'HELD' or decided_by is null
                else state not in ('PASSED', 'RELEASED') end
            """)
    int decide(ContentCheckId id, CheckState state, UUID by, Instant at, @Nullable String reason);

    /** Whether everybody of the enterprise may see the title. */
    @Select("""
            select not exists (select from ticket_content_check
                where ticket_id = #{ticket} and seq = 1 and file_id is null and state not in ('PASSED', 'RELEASED'))
            """)
    boolean showsTitle(TicketId ticket);

    /**
     * What somebody wrote or sent.
     *
     * @param file null for a text
     * @param title the title of the ticket with the text it was raised with; otherwise empty
     * @param text the text, or the name of the file
     */
    record Due(
            ContentCheckId id,
            TicketId ticket,
            int seq,
            @Nullable FileId file,
            PersonId author,
            int tries,
            String title,
            String text) {}
}
