package io.qihang.enterprise.tally;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.indicator.Candidate;
import io.qihang.indicator.CountedMember;
import io.qihang.indicator.Figures.UnitCount;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The kept counts; the longer reads stand in {@code TallyMapper.xml}. */
@Mapper
interface TallyMapper {

    /** Where an enterprise counted first. */
    @Select("""
            select region_code as county, unit_code as unit, effective_from as day from enterprise_place
            where enterprise_id = #{enterprise} and kind = 'COUNTING' order by effective_from, recorded_at limit 1
            """)
    First first(EnterpriseId enterprise);

    /** One transaction at a time changes a unit's counts; freed with the transaction. */
    @Select("select pg_advisory_xact_lock(815010, hashtext(#{unit})) is null")
    boolean lock(RegionCode unit);

    /** Adds to the counts of a day and of all later ones. */
    @Insert("""
            with later as (
                update enterprise_tally set total = total + #{delta} where region_code = #{county} and year = #{year}
                    and unit_code = #{unit} and day > #{day})
            insert into enterprise_tally (region_code, year, unit_code, day, total)
            values (#{county}, #{year}, #{unit}, #{day}, #{delta} + coalesce((select t.total from enterprise_tally t
                where t.region_code = #{county} and t.year = #{year} and t.unit_code = #{unit} and t.day < #{day}
                order by t.day desc limit 1), 0))
            on conflict (region_code, year, unit_code, day)
                do update set total = enterprise_tally.total + #{delta}
            """)
    void add(RegionCode county, int year, RegionCode unit, LocalDate day, int delta);

    List<UnitCount> counts(YearToDate time);

    /** The last count of each unit in each month of the year, up to a day. */
    @Select("""
            select unit_code as unit, extract(month from day)::int as month,
                (array_agg(total order by day desc))[1] as total
            from enterprise_tally where region_code = #{county} and year = #{year} and day <= #{day}
            group by unit_code, month order by unit_code, month
            """)
    List<MonthRow> months(YearToDate time);

    List<CountedMember> members(RegionCode place, YearToDate time, @Nullable UUID after, int limit);

    List<Candidate> unregistered(RegionCode county, RegionCode place, Instant until, @Nullable UUID after, int limit);

    /** A recount takes longer than a request may: two minutes, for this transaction only. */
    @Select("select set_config('lock_timeout', '120s', true) || set_config('statement_timeout', '120s', true)")
    String waitLonger();

    @Select("select distinct region_code from enterprise order by region_code")
    List<RegionCode> counties();

    /** Takes the day's recount of a county on; 0 when it was done. Waits for a node that is about it. */
    @Insert("""
            insert into enterprise_recount (region_code, day, differences, recounted_at)
            values (#{county}, #{day}, 0, #{now}) on conflict do nothing
            """)
    int takeOn(RegionCode county, LocalDate day, Instant now);

    @Update("update enterprise_recount set differences = #{differences} where region_code = #{county} and day = #{day}")
    void report(RegionCode county, LocalDate day, int differences);

    List<Difference> differences(RegionCode county);

    @Delete("delete from enterprise_tally where region_code = #{county} and unit_code = #{unit}")
    void clear(RegionCode county, RegionCode unit);

    @Insert("""
            insert into enterprise_tally (region_code, year, unit_code, day, total)
            select region_code, year, unit_code, day, total from enterprise_tally_recount
            where region_code = #{county} and unit_code = #{unit}
            """)
    void countAnew(RegionCode county, RegionCode unit);

    record MonthRow(RegionCode unit, int month, int total) {}

    record First(RegionCode county, RegionCode unit, LocalDate day) {}

    /**
     * A count that is not what the enterprises say.
     *
     * @param kept null when it is missing
     * @param counted null when there should be none
     */
    record Difference(
            RegionCode unit,
            int year,
            LocalDate day,
            @Nullable Integer kept,
            @Nullable Integer counted) {}
}
