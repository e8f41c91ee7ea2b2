package io.qihang.wechat;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PushMapper {

    /** Returns 0 when the same event is there already. */
    @Insert("""
            insert into wechat_push (id, digest, event, message, received_at)
            values (#{id}, #{digest}, #{event}, #{message}, #{now})
            on conflict (digest) do nothing
            """)
    int insert(UUID id, String digest, String event, String message, Instant now);

    /** The message, locked; null when it is worked off. */
    @Select("select message from wechat_push where id = #{id} and worked_at is null for update")
    @Nullable
    String waiting(UUID id);

    @Update("update wechat_push set message = null, worked_at = #{now} where id = #{id}")
    int done(UUID id, Instant now);

    @Delete("delete from wechat_push where received_at < #{before} and worked_at is not null")
    int forget(Instant before);
}
