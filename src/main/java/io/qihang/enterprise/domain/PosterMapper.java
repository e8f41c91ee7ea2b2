package io.qihang.enterprise.domain;

import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PosterMapper {

    @Insert("""
            insert into poster (code, region_code, unit_code, made_by, made_at)
            values (#{code}, #{county}, #{unit}, #{by}, #{now}) on conflict (unit_code) do nothing
            """)
    int insert(String code, RegionCode county, RegionCode unit, UUID by, Instant now);

    @Select("select code from poster where unit_code = #{unit}")
    String codeOf(RegionCode unit);

    @Select("select unit_code from poster where code = #{code}")
    @Nullable
    RegionCode unitOf(String code);
}
