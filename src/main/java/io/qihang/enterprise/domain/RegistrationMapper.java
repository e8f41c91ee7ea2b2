package io.qihang.enterprise.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface RegistrationMapper extends BaseMapper<Registration> {

    @Select("select * from registration where id = #{id} for update")
    @Nullable
    Registration lock(RegistrationId id);

    @Select("""
            <script>select * from registration where confirmation_index in
            <foreach collection="indexes" item="it" open="(" close=")" separator=",">#{it}</foreach> for update</script>
            """)
    @Nullable
    Registration lockByCode(List<String> indexes);

    @Select("""
            select exists (select from registration where person_id = #{person} and region_code = #{county}
                and uscc = #{uscc} and status in ('PENDING', 'RETURNED'))
            """)
    boolean isOpen(PersonId person, RegionCode county, Uscc uscc);

    @Insert("""
            insert into registration_step (id, region_code, registration_id, step, actor_id, note, taken_at)
            values (#{id}, #{county}, #{registration}, #{step}, #{actor}, #{note}, #{now})
            """)
    void addStep(
            UUID id,
            RegionCode county,
            RegistrationId registration,
            RegistrationStep step,
            @Nullable UUID actor,
            String note,
            Instant now);
}
