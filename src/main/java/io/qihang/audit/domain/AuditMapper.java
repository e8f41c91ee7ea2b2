package io.qihang.audit.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface AuditMapper {

    @Insert("""
            insert into audit_event (id, occurred_at, actor, roles, organisation, client, action, object_type,
                object_id, outcome, reason, summary, source_address, trace_id, key_id, mac)
            values (#{event.id}, #{event.occurredAt}, #{event.actor}, #{event.roles}, #{event.organisation},
                #{event.client}, #{event.action}, #{event.objectType}, #{event.objectId}, #{event.outcome},
                #{event.reason}, #{event.summary}, #{event.sourceAddress}, #{event.traceId}, #{keyId}, #{mac})
            """)
    void insert(AuditEvent event, String keyId, String mac);

    @Select("""
            <script>
            select id, occurred_at, actor, roles, organisation, client, action, object_type, object_id, outcome,
                reason, summary, source_address, trace_id
            from audit_event
            where occurred_at &gt;= #{search.from} and occurred_at &lt; #{search.until}
            <if test="search.actor != null">and actor = #{search.actor}</if>
            <if test="search.action != null">and action = #{search.action}</if>
            <if test="search.objectId != null">and object_id = #{search.objectId}</if>
            <if test="search.outcome != null">and outcome = #{search.outcome}</if>
            <if test="after != null">and id &lt; #{after}</if>
            order by id desc
            limit #{limit}
            </script>
            """)
    List<AuditEvent> search(AuditSearch search, @Nullable UUID after, int limit);

    @Select("""
            <script>
            select id, occurred_at, actor, roles, organisation, client, action, object_type, object_id, outcome,
                reason, summary, source_address, trace_id
            from audit_event
            where object_id in <foreach collection="files" item="it" open="(" close=")" separator=",">#{it}</foreach>
              and action = 'file.link' and outcome = 'DONE' and actor &lt;&gt; #{except} and roles &lt;&gt; 'PERSON'
            order by id desc limit 100
            </script>
            """)
    List<AuditEvent> looks(Collection<String> files, UUID except);

    /** Only one sealer at a time, over all nodes; freed with the transaction. */
    @Select("select pg_try_advisory_xact_lock(815001)")
    boolean lockSealing();

    @Select("select seq, event_id, chain, key_id from audit_seal order by seq desc limit 1")
    @Nullable
    Seal last();

    @Select("select seq, event_id, chain, key_id from audit_seal where seq = #{seq}")
    @Nullable
    Seal at(long seq);

    /** Rows not yet in the chain. A transaction lives for seconds, so a day before the chain's head sees late ones. */
    @Select("""
            select e.id, e.mac from audit_event e
            where e.recorded_at >= coalesce(
                (select h.recorded_at - interval '1 day'
                 from audit_seal l join audit_event h on h.id = l.event_id and h.occurred_at = l.event_at
                 order by l.seq desc limit 1), '-infinity')
              and not exists (select from audit_seal s where s.event_id = e.id)
            order by e.recorded_at, e.id limit 500
            """)
    List<Unsealed> unsealed();

    @Insert("""
            <script>
            insert into audit_seal (seq, event_id, event_at, chain, key_id)
            select s.seq, s.event_id, e.occurred_at, s.chain, s.key_id
            from (values <foreach collection="seals" item="it" separator=",">
                (#{it.seq}, #{it.eventId}, #{it.chain}, #{it.keyId})</foreach>) s (seq, event_id, chain, key_id)
            join audit_event e on e.id = s.event_id
            </script>
            """)
    int seal(List<Seal> seals);

    @Select("""
            select s.seq, s.event_id, s.chain, s.key_id as chain_key_id, e.id, e.occurred_at, e.actor, e.roles,
                e.organisation, e.client, e.action, e.object_type, e.object_id, e.outcome, e.reason, e.summary,
                e.source_address, e.trace_id, e.key_id, e.mac
            from audit_seal s
            left join audit_event e on e.id = s.event_id and e.occurred_at = s.event_at
            where s.seq > #{after} order by s.seq limit #{limit}
            """)
    List<ChainRow> chain(long after, int limit);

    record Seal(long seq, UUID eventId, String chain, String keyId) {}

    record Unsealed(UUID id, String mac) {}

    /** A link of the chain with the row it seals; the row's fields are null when the row is gone. */
    record ChainRow(
            long seq,
            UUID eventId,
            String chain,
            String chainKeyId,
            @Nullable UUID id,
            @Nullable Instant occurredAt,
            @Nullable UUID actor,
            @Nullable String roles,
            @Nullable String organisation,
            @Nullable String client,
            @Nullable String action,
            @Nullable String objectType,
            @Nullable String objectId,
            AuditEvent.@Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable String summary,
            @Nullable String sourceAddress,
            @Nullable String traceId,
            @Nullable String keyId,
            @Nullable String mac) {}
}
