package io.qihang.platform.idempotency;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface IdempotencyMapper {

    /** Takes the key's lock until the transaction ends and tells what a first request left under it. */
    @Select("""
            select l.locked, k.request_digest, k.answer
            from (select pg_try_advisory_xact_lock(
                    hashtextextended(#{actor}::text || #{operation} || #{key}, 0)) as locked) l
            left join idempotency_key k
              on k.actor_id = #{actor} and k.operation = #{operation} and k.key = #{key}
            """)
    Found lockAndFind(UUID actor, String operation, String key);

    @Insert("""
            insert into idempotency_key (actor_id, operation, key, request_digest, answer, created_at)
            values (#{actor}, #{operation}, #{key}, #{digest}, #{answer}, #{now})
            on conflict do nothing
            """)
    int insert(UUID actor, String operation, String key, String digest, String answer, Instant now);

    @Delete("delete from idempotency_key where created_at < #{before}")
    int deleteBefore(Instant before);

    record Found(
            boolean locked,
            @Nullable String requestDigest,
            @Nullable String answer) {}
}
