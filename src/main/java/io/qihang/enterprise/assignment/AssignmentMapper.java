package io.qihang.enterprise.assignment;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Uscc;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface AssignmentMapper extends BaseMapper<Assignment> {

    @Insert("""
            insert into assignment_round (id, region_code, name, document, starts_on, ends_on, opened_by, opened_at)
            values (#{round.id}, #{round.county}, #{round.name}, #{round.document}, #{round.startsOn}, #{round.endsOn},
                #{by}, #{now})
            on conflict (region_code, name) do nothing
            """)
    int insertRound(AssignmentRound round, UUID by, Instant now);

    @Select("""
            select id, region_code as county, name, document, starts_on, ends_on from assignment_round where id = #{id}
            """)
    @Nullable
    AssignmentRound round(RoundId id);

    /** The enterprise's county; until the transaction ends nobody else assigns anyone to the enterprise. */
    @Select("select region_code from enterprise where id = #{id} for update")
    @Nullable
    RegionCode lockEnterprise(EnterpriseId id);

    @Select("select enterprise_id from assignment where id = #{id}")
    @Nullable
    EnterpriseId enterpriseOf(AssignmentId id);

    @Select("select * from assignment where id = #{id} for update")
    @Nullable
    Assignment lock(AssignmentId id);

    @Select("select * from assignment where enterprise_id = #{enterprise} order by starts_on, id")
    List<Assignment> ofEnterprise(EnterpriseId enterprise);

    @Select("""
            <script>select * from assignment where enterprise_id in
            <foreach collection="enterprises" item="it" open="(" close=")" separator=",">#{it}</foreach>
            order by starts_on, id</script>
            """)
    List<Assignment> ofEnterprises(Collection<EnterpriseId> enterprises);

    @Update("""
            update assignment set ends_on = #{endsOn}, end_reason = #{endReason}, ended_by = #{endedBy},
                ended_at = #{endedAt}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int end(Assignment assignment);

    @Select("""
            <script>select id, uscc, name_key from enterprise where region_code = #{county} and uscc in
            <foreach collection="codes" item="it" open="(" close=")" separator=",">#{it}</foreach>
            order by id <if test="lock">for update</if></script>
            """)
    List<Listed> enterprises(RegionCode county, Collection<Uscc> codes, boolean lock);

    @Select("""
            select exists (select from enterprise_assignment_reach where staff_id = #{staff} and enterprise_id = #{enterprise}
                and starts_on <= #{day} and (ends_on is null or ends_on >= #{day}))
            """)
    boolean isAssigned(UUID staff, EnterpriseId enterprise, LocalDate day);

    @Select("""
            select distinct enterprise_id from enterprise_assignment_reach
            where staff_id = #{staff} and starts_on <= #{day} and (ends_on is null or ends_on >= #{day})
            order by enterprise_id
            """)
    List<EnterpriseId> portfolio(UUID staff, LocalDate day);

    /** An enterprise as a list names it. */
    record Listed(EnterpriseId id, Uscc uscc, String nameKey) {}
}
