package io.qihang.calendar;

import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CalendarMapper {

    /** Changes are made one at a time over all nodes, so versions are seen in their order. */
    @Select("select pg_advisory_xact_lock(815003) is null")
    boolean takeTurn();

    @Select("select coalesce(max(version), 0) from calendar_change where region_code in (#{nation}, #{county})")
    int version(RegionCode nation, RegionCode county);

    @Insert("""
            insert into calendar_change (version, region_code, summary, changed_by, changed_at)
            select coalesce(max(version), 0) + 1, #{region}, #{summary}, #{by}, #{now} from calendar_change
            """)
    void recordChange(RegionCode region, String summary, @Nullable UUID by, Instant now);

    @Select("select max(version) from calendar_change")
    int lastVersion();

    @Select("""
            select day, kind, name, source from calendar_day
            where region_code = #{region} and since_version <= #{version}
              and (until_version is null or until_version > #{version})
            order by day
            """)
    List<DayRow> days(RegionCode region, int version);

    @Insert("""
            insert into calendar_day (region_code, day, kind, name, source, since_version)
            values (#{region}, #{day.date}, #{day.kind}, #{day.name}, #{day.source}, #{version})
            """)
    void addDay(RegionCode region, CalendarDay day, int version);

    @Update("""
            update calendar_day set until_version = #{version}
            where region_code = #{region} and day = #{day} and until_version is null
            """)
    void endDay(RegionCode region, LocalDate day, int version);

    @Select("""
            select id, first_day, last_day, part, reason, document from calendar_closure
            where region_code = #{county} and since_version <= #{version}
              and (until_version is null or until_version > #{version})
            order by first_day
            """)
    List<Closure> closures(RegionCode county, int version);

    @Insert("""
            insert into calendar_closure (id, region_code, first_day, last_day, part, reason, document, created_by,
                created_at, since_version)
            values (#{closure.id}, #{county}, #{closure.firstDay}, #{closure.lastDay}, #{closure.part}, #{closure.reason},
                #{closure.document}, #{by}, #{now}, #{version})
            """)
    void addClosure(RegionCode county, Closure closure, UUID by, Instant now, int version);

    @Update("""
            update calendar_closure set until_version = #{version}
            where region_code = #{county} and id = #{id} and until_version is null
            """)
    void endClosure(RegionCode county, UUID id, int version);

    /** A region's own versions of the office hours, in order. */
    @Select("""
            select hours, effective_from, source, seasons from calendar_hours
            where region_code = #{region} and since_version <= #{version}
              and (until_version is null or until_version > #{version})
            order by effective_from
            """)
    List<HoursRow> hours(RegionCode region, int version);

    @Update("""
            update calendar_hours set until_version = #{version}
            where region_code = #{region} and effective_from = #{from} and until_version is null
            """)
    void endHours(RegionCode region, LocalDate from, int version);

    @Insert("""
            insert into calendar_hours (region_code, hours, effective_from, source, seasons, since_version)
            values (#{region}, #{row.hours}, #{row.effectiveFrom}, #{row.source}, #{row.seasons}, #{version})
            """)
    void addHours(RegionCode region, HoursRow row, int version);

    record HoursRow(String hours, LocalDate effectiveFrom, String source, HoursData.SeasonList seasons) {

        static HoursRow of(OfficeHours.Version version) {
            HoursData data = HoursData.of(version);
            return new HoursRow(data.hours(), version.from(), version.source(), data.seasonList());
        }

        OfficeHours.Version asVersion() {
            return new HoursData(hours, effectiveFrom, source, seasons.items()).asVersion();
        }
    }

    record DayRow(LocalDate day, DayKind kind, String name, String source) {

        CalendarDay asDay() {
            return new CalendarDay(day, kind, name, source);
        }
    }
}
