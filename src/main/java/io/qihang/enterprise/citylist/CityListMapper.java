package io.qihang.enterprise.citylist;

import io.qihang.enterprise.Uscc;
import io.qihang.indicator.CountedMember;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The snapshots of the city platform's list; the longer reads stand in {@code CityListMapper.xml}. */
@Mapper
interface CityListMapper {

    @Insert("""
            insert into platform_listing (id, region_code, file_name, listed_on, row_count, imported_by, imported_at)
            values (#{id}, #{county}, #{fileName}, #{listedOn}, #{rows}, #{by}, #{now})
            """)
    void insert(UUID id, RegionCode county, String fileName, LocalDate listedOn, int rows, UUID by, Instant now);

    @Insert("""
            <script>insert into platform_listing_entry (id, listing_id, region_code, uscc, name, unit_code,
                registered_on)
            values <foreach collection="rows" item="it" separator=",">(#{it.id}, #{listing}, #{county}, #{it.uscc},
                #{it.name}, #{it.unit}, #{it.registeredOn})</foreach></script>
            """)
    void insertEntries(UUID listing, RegionCode county, Collection<CityListRow> rows);

    /** Counts a snapshot, once. */
    @Insert("""
            insert into platform_listing_tally (listing_id, region_code, year, unit_code, day, total)
            select listing_id, region_code, extract(year from registered_on), unit_code, registered_on,
                sum(count(*)) over (partition by extract(year from registered_on), unit_code order by registered_on)
            from platform_listing_entry where listing_id = #{listing}
            group by listing_id, region_code, extract(year from registered_on), unit_code, registered_on
            """)
    void count(UUID listing);

    @Select("""
            <script>select id, file_name, listed_on, row_count as rows, imported_at, undone_at from platform_listing
            where region_code = #{county} <if test="after != null">and id &lt; #{after}</if>
            order by id desc limit #{limit}</script>
            """)
    List<CityLists.ListingLine> listings(RegionCode county, @Nullable UUID after, int limit);

    @Select("select region_code as county, file_name, undone_at from platform_listing where id = #{id} for update")
    @Nullable
    Listing lock(UUID id);

    @Update("update platform_listing set undone_by = #{by}, undone_at = #{now} where id = #{id}")
    void undone(UUID id, UUID by, Instant now);

    /** One row for each unit of the newest list; one without a unit when that list counts nobody in the year. */
    List<CountRow> counts(YearToDate time);

    List<CountedMember> members(RegionCode place, YearToDate time, @Nullable UUID after, int limit);

    List<PairRow> pairs(YearToDate time, @Nullable RegionCode unit, String found, @Nullable Uscc after, int limit);

    record Listing(
            RegionCode county, String fileName, @Nullable Instant undoneAt) {}

    record CountRow(LocalDate listedOn, @Nullable RegionCode unit, int count) {}

    record PairRow(
            Uscc uscc,
            String name,
            @Nullable RegionCode unit,
            @Nullable LocalDate registeredOn,
            @Nullable RegionCode listedUnit,
            @Nullable LocalDate listedRegisteredOn) {}
}
