package io.qihang.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PublicationMapper {

    /** Whether this node may sweep now; the turn ends with the transaction. */
    @Select("select pg_try_advisory_xact_lock(815006)")
    boolean takeTurn();

    /** Takes events back from listeners that died with their node, also while the event was handed over again. */
    @Update("""
            update event_publication set status = 'FAILED', next_try_at = null
            where completion_date is null and dead_since is null and status <> 'FAILED'
              and coalesce(last_resubmission_date, publication_date) < #{before}
            """)
    int takeBack(Instant before);

    /** Lays down those whose last try has failed. */
    @Select("""
            update event_publication set dead_since = #{now}
            where completion_date is null and dead_since is null and status = 'FAILED'
              and completion_attempts >= #{tries}
            returning id, event_type, listener_id, publication_date, completion_attempts as tries, last_error,
                next_try_at, dead_since
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> layDown(int tries, Instant now);

    @Select("""
            select id from event_publication
            where completion_date is null and dead_since is null and status = 'FAILED'
              and (next_try_at is null or next_try_at <= #{now})
            order by publication_date limit 200
            """)
    List<UUID> due(Instant now);

    /** Counts a try for those that could not even be handed over, because their event cannot be read any more. */
    @Update("""
            <script>
            update event_publication set completion_attempts = completion_attempts + 1, last_error = #{error},
                next_try_at = #{now} + least(#{pause} * power(2, completion_attempts), #{longest}) * interval '1 second'
            where status = 'FAILED' and id in
            <foreach collection="ids" item="it" open="(" close=")" separator=",">#{it}</foreach>
            </script>
            """)
    int countUnreadable(Collection<UUID> ids, String error, Instant now, long pause, long longest);

    /** Notes why a try failed and when the next one may be. */
    @Update("""
            update event_publication set last_error = #{error},
                next_try_at = #{now}
                    + least(#{pause} * power(2, completion_attempts - 1), #{longest}) * interval '1 second'
            where completion_date is null and listener_id = #{listener} and serialized_event = #{event}
            """)
    int noteFailure(String listener, String event, String error, Instant now, long pause, long longest);

    @Select("""
            <script>
            select id, event_type, listener_id, publication_date, completion_attempts as tries, last_error, next_try_at,
                dead_since
            from event_publication
            where completion_date is null and (dead_since is not null or last_error is not null)
            <if test="at != null">and (publication_date, id) &lt; (#{at}, #{id})</if>
            order by publication_date desc, id desc limit #{limit}
            </script>
            """)
    List<Row> list(@Nullable Instant at, @Nullable UUID id, int limit);

    /** Gives a dead letter its tries anew; the next sweep takes it. */
    @Update("""
            update event_publication set dead_since = null, completion_attempts = 0, next_try_at = null
            where id = #{id} and completion_date is null and dead_since is not null
            """)
    int revive(UUID id);

    record Row(
            UUID id,
            String eventType,
            String listenerId,
            Instant publicationDate,
            int tries,
            @Nullable String lastError,
            @Nullable Instant nextTryAt,
            @Nullable Instant deadSince) {}
}
