package io.qihang.enterprise.assignment;

import io.qihang.access.Scope;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** 代班 as it is kept; lists stand in {@code ActingMapper.xml}. */
@Mapper
interface ActingMapper {

    /** Who arranges for the absent waits here until the transaction before has ended. */
    @Select("select pg_advisory_xact_lock(hashtextextended('acting ' || #{absent}::text, 0)) is not null")
    boolean takeTurn(StaffId absent);

    @Select("""
            select id, region_code, unit_code, absent_id, acting_id, starts_on, ends_on, version
            from acting_commissioner where absent_id = #{absent}
            """)
    List<Acting> of(StaffId absent);

    @Select("""
            select id, region_code, unit_code, absent_id, acting_id, starts_on, ends_on, version
            from acting_commissioner where id = #{id} for update
            """)
    @Nullable
    Acting lock(ActingId id);

    @Insert("""
            insert into acting_commissioner (id, region_code, unit_code, absent_id, acting_id, starts_on, ends_on, reason,
                arranged_by, arranged_at, version)
            values (#{it.id}, #{it.regionCode}, #{it.unitCode}, #{it.absentId}, #{it.actingId}, #{it.startsOn},
                #{it.endsOn}, #{reason}, #{by}, #{now}, 0)
            """)
    void add(Acting it, String reason, UUID by, Instant now);

    @Update("""
            update acting_commissioner set ends_on = #{it.endsOn}, ended_by = #{by}, ended_at = #{now},
                version = version + 1
            where id = #{it.id} and version = #{it.version}
            """)
    int end(Acting it, UUID by, Instant now);

    /** Whether the commissioner looks after an enterprise of the unit today. */
    @Select("""
            select exists (select from assignment a join enterprise e on e.id = a.enterprise_id
                where a.staff_id = #{staff} and e.unit_code = #{unit} and a.starts_on <= #{today}
                  and (a.ends_on is null or a.ends_on >= #{today}))
            """)
    boolean isIn(StaffId staff, RegionCode unit, LocalDate today);

    /** Within the scope, the newest first; {@code today} limits to those that are not over. */
    List<ActingRow> within(Scope scope, @Nullable LocalDate today, @Nullable UUID after, int limit);

    record ActingRow(
            ActingId id,
            @Nullable RegionCode unitCode,
            StaffId absentId,
            StaffId actingId,
            LocalDate startsOn,
            LocalDate endsOn,
            String reason,
            Instant arrangedAt,
            boolean ended) {}
}
