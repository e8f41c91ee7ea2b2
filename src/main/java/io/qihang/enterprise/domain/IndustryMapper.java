package io.qihang.enterprise.domain;

import io.qihang.platform.RegionCode;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface IndustryMapper {

    @Select("select code, name, section from industry where in_use order by code")
    List<Industries.Industry> all();

    @Insert("""
            insert into industry (code, region_code, section, name, in_use)
            values (#{code}, #{region}, #{section}, #{name}, true)
            on conflict (code) do update set name = excluded.name, in_use = true
            """)
    void put(String code, RegionCode region, @Nullable String section, String name);

    @Update("update industry set in_use = false where region_code = #{region}")
    void retire(RegionCode region);
}
