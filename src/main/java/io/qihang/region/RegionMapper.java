package io.qihang.region;

import io.qihang.platform.RegionCode;
import java.util.Arrays;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RegionMapper {

    @Select("select code, name, kind, parent_code, aliases, seq, in_use from region order by region_code, seq, code")
    List<RegionRow> regions();

    @Select("select pack from region where code = #{code}")
    @Nullable
    String packOf(RegionCode code);

    @Insert("""
            insert into region (code, region_code, parent_code, name, kind, aliases, seq, note, pack, in_use)
            values (#{row.code}, #{county}, #{row.parentCode}, #{row.name}, #{row.kind}, #{row.aliases}, #{row.seq},
                #{note}, #{pack}, #{row.inUse})
            on conflict (code) do update set parent_code = excluded.parent_code, name = excluded.name,
                kind = excluded.kind, aliases = excluded.aliases, seq = excluded.seq, note = excluded.note,
                in_use = excluded.in_use
            """)
    void put(RegionRow row, RegionCode county, String note, String pack);

    @Update("update region set in_use = false where pack = #{pack}")
    void retireRegions(String pack);

    @Select("select region_code, code, name, aliases from office where region_code = #{region} and in_use order by seq")
    List<OfficeRow> offices(RegionCode region);

    @Insert("""
            insert into office (region_code, code, name, aliases, seq, pack, in_use)
            values (#{row.regionCode}, #{row.code}, #{row.name}, #{row.aliases}, #{seq}, #{pack}, true)
            on conflict (region_code, code) do update set name = excluded.name, aliases = excluded.aliases,
                seq = excluded.seq, in_use = true
            """)
    void putOffice(OfficeRow row, int seq, String pack);

    @Update("update office set in_use = false where pack = #{pack}")
    void retireOffices(String pack);

    record RegionRow(
            RegionCode code,
            String name,
            RegionKind kind,
            @Nullable RegionCode parentCode,
            String aliases,
            int seq,
            boolean inUse) {

        Region region() {
            return new Region(code, name, kind, parentCode, split(aliases), seq, inUse);
        }
    }

    record OfficeRow(RegionCode regionCode, String code, String name, String aliases) {

        Office office() {
            return new Office(regionCode, code, name, split(aliases));
        }
    }

    private static List<String> split(String aliases) {
        return Arrays.stream(aliases.split("\\|")).filter(it -> !it.isEmpty()).toList();
    }
}
