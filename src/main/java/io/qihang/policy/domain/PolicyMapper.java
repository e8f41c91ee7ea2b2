package io.qihang.policy.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PolicyMapper extends BaseMapper<Policy> {

    @Select("select * from policy where id = #{id} for update")
    @Nullable
    Policy lock(PolicyId id);

    @Select("select * from policy where lineage = #{lineage} and status = 'PUBLISHED' for update")
    @Nullable
    Policy lockCurrent(UUID lineage);

    @Select("select exists (select from policy where lineage = #{lineage} and status = 'DRAFT')")
    boolean draftExists(UUID lineage);

    @Select("select * from policy where pack = #{pack} order by edition desc limit 1 for update")
    @Nullable
    Policy newestOf(String pack);

    @Select("select pg_advisory_xact_lock(hashtextextended('statutory ' || #{region}, 0)) is null")
    boolean lockStatutory(RegionCode region);

    @Select("""
            select count(*) from policy where region_code = #{region} and status <> 'DRAFT'
              and published_at > #{since} and particulars ->> 'statutoryBasis' is not null
            """)
    int statutorySince(RegionCode region, Instant since);

    @Insert("""
            <script>
            insert into policy_part (policy_id, seq, region_code, ref, kind, level, path, heading, body) values
            <foreach collection="parts" item="it" separator=",">
            (#{policy}, #{it.seq}, #{region}, #{it.ref}, #{it.kind}, #{it.level}, #{it.path}, #{it.heading}, #{it.body})
            </foreach>
            </script>
            """)
    void insertParts(PolicyId policy, RegionCode region, List<Part> parts);

    @Insert("""
            <script>
            insert into policy_search (policy_id, seq, region_code, folded, pairs) values
            <foreach collection="rows" item="it" separator=",">
            (#{policy}, #{it.seq}, #{region}, #{it.folded}, string_to_array(#{it.pairs}, ' '))
            </foreach>
            </script>
            """)
    void insertSearch(PolicyId policy, RegionCode region, List<Searched> rows);

    @Delete("delete from policy_part where policy_id = #{policy}")
    void deleteParts(PolicyId policy);

    @Delete("delete from policy_search where policy_id = #{policy}")
    void deleteSearch(PolicyId policy);

    /** What is searched of one part; {@code pairs} joined by blanks. */
    record Searched(int seq, String folded, String pairs) {}
}
