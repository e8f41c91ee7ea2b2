package io.qihang.visit.domain;

import io.qihang.platform.RegionCode;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface VisitSettingMapper {

    @Select("""
            select place, edit_hours, oldest_days, photos, visits_per_month, near_days, postpone_days, callback_percent,
                label
            from visit_setting
            where region_code in (#{nation}, #{county}) order by (region_code = #{county}) desc limit 1
            """)
    VisitSettings.@Nullable Setting setting(RegionCode nation, RegionCode county);

    @Insert("""
            insert into visit_setting (region_code, place, edit_hours, oldest_days, photos, visits_per_month, near_days,
                postpone_days, callback_percent, label)
            values (#{region}, #{setting.place}, #{setting.editHours}, #{setting.oldestDays}, #{setting.photos},
                #{setting.visitsPerMonth}, #{setting.nearDays}, #{setting.postponeDays}, #{setting.callbackPercent},
                #{setting.label})
            on conflict (region_code) do update set place = excluded.place, edit_hours = excluded.edit_hours,
                oldest_days = excluded.oldest_days, photos = excluded.photos,
                visits_per_month = excluded.visits_per_month, near_days = excluded.near_days,
                postpone_days = excluded.postpone_days, callback_percent = excluded.callback_percent, label = excluded.label
            """)
    void put(RegionCode region, VisitSettings.Setting setting);
}
