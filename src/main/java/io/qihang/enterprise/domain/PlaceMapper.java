package io.qihang.enterprise.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PlaceMapper {

    @Insert("""
            insert into enterprise_place (id, region_code, enterprise_id, kind, unit_code, effective_from, recorded_at,
                recorded_by, reason, applied)
            values (#{id}, #{regionCode}, #{enterpriseId}, #{kind}, #{unitCode}, #{effectiveFrom}, #{recordedAt},
                #{recordedBy}, #{reason}, #{applied})
            """)
    void insert(Place place);

    @Select("""
            select unit_code from enterprise_place
            where enterprise_id = #{enterprise} and kind = #{kind} and effective_from <= #{day}
            order by effective_from desc, recorded_at desc limit 1
            """)
    @Nullable
    RegionCode unitOn(EnterpriseId enterprise, PlaceKind kind, LocalDate day);

    @Select("""
            select * from enterprise_place where enterprise_id = #{enterprise} and kind = #{kind}
            order by effective_from desc, recorded_at desc limit 1
            """)
    @Nullable
    Place last(EnterpriseId enterprise, PlaceKind kind);

    @Select("select * from enterprise_place where enterprise_id = #{enterprise} order by effective_from, recorded_at")
    List<Place> history(EnterpriseId enterprise);

    @Select("""
            select * from enterprise_place where not applied and effective_from <= #{day}
            order by effective_from limit 1 for update skip locked
            """)
    @Nullable
    Place nextDue(LocalDate day);

    @Update("update enterprise_place set applied = true where id = #{id}")
    void applied(UUID id);
}
