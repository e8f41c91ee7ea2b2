package io.qihang.visit.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.visit.VisitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Visits drawn to be asked about; what is longer stands in {@code CallbackMapper.xml}. */
@Mapper
interface CallbackMapper {

    @Insert("insert into visit_callback (visit_id, region_code, drawn_at) values (#{visit}, #{county}, #{now})")
    void draw(VisitId visit, RegionCode county, Instant now);

    boolean isWithin(VisitId visit, Scope scope);

    @Update("""
            update visit_callback set reached = #{reached}, came = #{came}, useful = #{useful}, note = #{note},
                called_by = #{by}, called_at = #{now}
            where visit_id = #{visit} and called_at is null
            """)
    int answer(
            VisitId visit,
            boolean reached,
            @Nullable Boolean came,
            @Nullable Boolean useful,
            @Nullable String note,
            StaffId by,
            Instant now);

    List<CallbackRow> within(Scope scope, boolean called, PageRequest.@Nullable Position after, int limit);

    Callbacks.Quality quality(Scope scope, VisitSearch search, LocalDate from, LocalDate until);

    record CallbackRow(
            VisitId visitId,
            EnterpriseId enterpriseId,
            String enterpriseName,
            RegionCode unitCode,
            Instant visitedAt,
            VisitKind kind,
            StaffId authorId,
            Instant drawnAt,
            @Nullable Boolean reached,
            @Nullable Boolean came,
            @Nullable Boolean useful,
            @Nullable String note,
            @Nullable Instant calledAt) {}
}
