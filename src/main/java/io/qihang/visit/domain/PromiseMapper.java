package io.qihang.visit.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.visit.VisitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PromiseMapper extends BaseMapper<Promise> {

    @Select("select * from promise where visit_id = #{visit} order by id for update")
    List<Promise> ofVisit(VisitId visit);

    @Select("select * from promise where id = #{id} for update")
    @Nullable
    Promise lock(PromiseId id);

    @Insert("""
            insert into promise_claim (id, promise_id, region_code, kept, settled_on, note, claimed_by, claimed_at)
            values (#{id}, #{promise}, #{county}, #{kept}, #{on}, #{note}, #{by}, #{now})
            """)
    void claim(
            UUID id,
            PromiseId promise,
            RegionCode county,
            boolean kept,
            LocalDate on,
            String note,
            UUID by,
            Instant now);

    @Update("""
            update promise_claim set decided_by = #{by}, decided_at = #{now}
            where promise_id = #{promise} and decided_at is null
            """)
    int decideClaims(PromiseId promise, UUID by, Instant now);

    @Select("""
            select kept, settled_on, note, claimed_by, claimed_at from promise_claim
            where promise_id = #{promise} and decided_at is null order by claimed_at, id
            """)
    List<ClaimRow> claims(PromiseId promise);

    record ClaimRow(boolean kept, LocalDate settledOn, String note, StaffId claimedBy, Instant claimedAt) {}

    @Select("select visited_at from visit where id = #{visit}")
    Instant visitedAt(VisitId visit);

    @Delete("delete from promise where id = #{id} and status = 'OPEN'")
    void takeBack(PromiseId id);
}
