package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ClosingSettingMapper {

    @Select("""
            select content::text from ticket_closing_setting where region_code in (#{nation}, #{county})
            order by (region_code = #{county}) desc limit 1
            """)
    @Nullable
    String content(RegionCode nation, RegionCode county);

    @Insert("""
            insert into ticket_closing_setting (region_code, content) values (#{region}, #{content}::jsonb)
            on conflict (region_code) do update set content = excluded.content
            """)
    void put(RegionCode region, String content);
}
