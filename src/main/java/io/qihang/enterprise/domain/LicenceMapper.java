package io.qihang.enterprise.domain;

import io.qihang.enterprise.MembershipId;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface LicenceMapper {

    @Select("select id, file_id, opened_by from licence_photo where registration_id = #{id}")
    @Nullable
    Photo ofRegistration(RegistrationId id);

    @Select("select id, file_id, opened_by from licence_photo where membership_id = #{id}")
    @Nullable
    Photo ofMembership(MembershipId id);

    @Insert("""
            insert into licence_photo (id, region_code, registration_id, membership_id, file_id, sent_at)
            values (#{id}, #{county}, #{registration}, #{membership}, #{file}, #{now})
            """)
    void add(
            UUID id,
            RegionCode county,
            @Nullable RegistrationId registration,
            @Nullable MembershipId membership,
            FileId file,
            Instant now);

    @Update("""
            update licence_photo set file_id = #{file}, sent_at = #{now}, opened_by = null, opened_at = null
            where id = #{id}
            """)
    void replace(UUID id, FileId file, Instant now);

    @Update("update licence_photo set membership_id = #{membership} where registration_id = #{registration}")
    void follow(RegistrationId registration, MembershipId membership);

    /** Only while it is still this photo. */
    @Update("""
            update licence_photo set opened_by = #{officer}, opened_at = #{now} where id = #{id} and file_id = #{file}
            """)
    void opened(UUID id, FileId file, UUID officer, Instant now);

    @Delete("delete from licence_photo where id = #{id}")
    void remove(UUID id);

    /** A photo as it is kept; {@code openedBy} is the member of staff who opened it last. */
    record Photo(UUID id, FileId fileId, @Nullable UUID openedBy) {}
}
