package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface TicketSettingMapper {

    @Select("""
            select letters, bureau, ledger_office, arbiter, refusal_grounds, max_files from ticket_setting where region_code in (#{nation}, #{county})
            order by (region_code = #{county}) desc limit 1
            """)
    TicketSettings.@Nullable Setting setting(RegionCode nation, RegionCode county);

    @Select("""
            select code, name, in_use from ticket_category
            where region_code = case when exists (select from ticket_category where region_code = #{county})
                then #{county} else #{nation} end
            order by seq
            """)
    List<TicketSettings.Category> categories(RegionCode nation, RegionCode county);

    @Insert("""
            insert into ticket_setting (region_code, letters, bureau, ledger_office, arbiter, refusal_grounds, max_files)
            values (#{region}, #{setting.letters}, #{setting.bureau}, #{setting.ledgerOffice}, #{setting.arbiter},
                #{setting.refusalGrounds}, #{setting.maxFiles})
            on conflict (region_code) do update set letters = excluded.letters, bureau = excluded.bureau,
                ledger_office = excluded.ledger_office, arbiter = excluded.arbiter,
                refusal_grounds = excluded.refusal_grounds, max_files = excluded.max_files
            """)
    void putSetting(RegionCode region, TicketSettings.Setting setting);

    @Select("""
            select version, label, source, effective_from, duties from duty_list where region_code = #{county}
            order by version
            """)
    List<DutyList> dutyLists(RegionCode county);

    @Insert("""
            insert into duty_list (region_code, version, label, source, effective_from, duties)
            values (#{county}, #{list.version}, #{list.label}, #{list.source}, #{list.effectiveFrom}, #{list.duties})
            """)
    void addDutyList(RegionCode county, DutyList list);

    @Update("update ticket_category set in_use = false where region_code = #{region}")
    void retireCategories(RegionCode region);

    @Insert("""
            insert into ticket_category (region_code, code, name, seq, in_use)
            values (#{region}, #{code}, #{name}, #{seq}, true)
            on conflict (region_code, code) do update set name = excluded.name, seq = excluded.seq, in_use = true
            """)
    void putCategory(RegionCode region, String code, String name, int seq);
}
