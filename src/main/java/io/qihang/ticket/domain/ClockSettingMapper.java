package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ClockSettingMapper {

    @Select("""
            select extension_office from ticket_clock_setting where region_code in (#{nation}, #{county})
            order by (region_code = #{county}) desc limit 1
            """)
    @Nullable
    String extensionOffice(RegionCode nation, RegionCode county);

    @Select("""
            select code, name, waits_for_enterprise, max_days, nudge_days, source, in_use from ticket_pause_reason
            where region_code = case when exists (select from ticket_pause_reason where region_code = #{county})
                then #{county} else #{nation} end
            order by seq
            """)
    List<PauseReason> reasons(RegionCode nation, RegionCode county);

    @Insert("""
            insert into ticket_clock_setting (region_code, extension_office) values (#{region}, #{office})
            on conflict (region_code) do update set extension_office = excluded.extension_office
            """)
    void putSetting(RegionCode region, @Nullable String office);

    @Update("update ticket_pause_reason set in_use = false where region_code = #{region}")
    void retireReasons(RegionCode region);

    @Insert("""
            insert into ticket_pause_reason (region_code, code, name, waits_for_enterprise, max_days, nudge_days,
                source, seq, in_use)
            values (#{region}, #{it.code}, #{it.name}, #{it.waitsForEnterprise}, #{it.maxDays}, #{it.nudgeDays},
                #{it.source}, #{seq}, true)
            on conflict (region_code, code) do update set name = excluded.name,
                waits_for_enterprise = excluded.waits_for_enterprise, max_days = excluded.max_days,
                nudge_days = excluded.nudge_days, source = excluded.source, seq = excluded.seq, in_use = true
            """)
    void putReason(RegionCode region, PauseReason it, int seq);
}
