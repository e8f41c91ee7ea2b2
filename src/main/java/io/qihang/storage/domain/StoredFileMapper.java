package io.qihang.storage.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.storage.UploadPurpose;
import java.time.Instant;
import java.util.Collection;
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
interface StoredFileMapper extends BaseMapper<StoredFile> {

    @Select("select * from stored_file where id = #{id} and uploader = #{uploader}")
    @Nullable
    StoredFile ofUploader(FileId id, UUID uploader);

    @Select("select * from stored_file where id = #{id} and uploader = #{uploader} for update")
    @Nullable
    StoredFile lock(FileId id, UUID uploader);

    @Select("select * from stored_file where id = #{id} and owner = #{owner}")
    @Nullable
    StoredFile ofOwner(FileId id, UUID owner);

    @Select("select * from stored_file where owner = #{owner} order by id")
    List<StoredFile> allOfOwner(UUID owner);

    @Update("""
            <script>
            update stored_file set owner = #{owner}, kept_until = null, version = version + 1
            where state = 'COMMITTED' and purpose = #{purpose}
              and (owner = #{owner} or (owner is null and uploader = #{uploader}))
              and id in <foreach collection="files" item="it" open="(" close=")" separator=",">#{it}</foreach>
            </script>
            """)
    int attach(Collection<FileId> files, UploadPurpose purpose, UUID uploader, UUID owner);

    @Select("""
            <script>
            update stored_file set owner = #{owner}, kept_until = null, version = version + 1
            where state = 'COMMITTED' and purpose = #{purpose} and owner is null and uploader = #{uploader}
              and id in <foreach collection="files" item="it" open="(" close=")" separator=",">#{it}</foreach>
            returning *
            </script>
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<StoredFile> add(Collection<FileId> files, UploadPurpose purpose, UUID uploader, UUID owner);

    @Update("""
            <script>
            update stored_file set owner = null, kept_until = #{now}, version = version + 1
            where owner = #{owner}
              and id not in <foreach collection="kept" item="it" open="(" close=")" separator=",">#{it}</foreach>
            </script>
            """)
    int letGo(Collection<FileId> kept, UUID owner, Instant now);

    @Update("""
            update stored_file set owner = null, kept_until = #{now}, version = version + 1 where owner = #{owner}
            """)
    int release(UUID owner, Instant now);

    @Insert("""
            insert into doomed_object (object_key, region_code, due_at) values (#{key}, #{county}, #{due})
            on conflict (object_key) do update set due_at = excluded.due_at
            """)
    void doom(String key, RegionCode county, Instant due);

    @Delete("delete from doomed_object where object_key = #{key}")
    int spare(String key);

    /** Forgets files nobody claimed in time and dooms what lies under their keys. */
    @Insert("""
            with gone as (
                delete from stored_file where id in (
                    select id from stored_file where kept_until < #{now} order by kept_until limit #{most}
                    for update skip locked)
                returning region_code, upload_key, object_key)
            insert into doomed_object (object_key, region_code, due_at)
            select key, region_code, #{now}
            from gone cross join lateral (values (upload_key), (object_key)) k (key) where key is not null
            on conflict (object_key) do nothing
            """)
    int forget(Instant now, int most);

    @Select("select object_key from doomed_object where due_at <= #{now} order by due_at limit #{most}")
    List<String> due(Instant now, int most);
}
