package io.qihang.calendar;

import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface DeadlineProfileMapper {

    @Select("""
            select code, version, label, source, steps, effective_from, effective_to
            from deadline_profile where region_code = #{region} and since_version <= #{calendar} order by code, version
            """)
    List<ProfileRow> of(RegionCode region, int calendar);

    @Insert("""
            insert into deadline_profile (region_code, code, version, label, source, steps, effective_from,
                effective_to, since_version, entered_by)
            values (#{region}, #{row.code}, #{row.version}, #{row.label}, #{row.source}, #{row.steps},
                #{row.effectiveFrom}, #{row.effectiveTo}, #{since}, #{by})
            """)
    void add(RegionCode region, ProfileRow row, int since, @Nullable UUID by);

    @Update("""
            update deadline_profile set effective_to = #{to}
            where region_code = #{region} and code = #{code} and version = #{version}
            """)
    void end(RegionCode region, String code, int version, @Nullable LocalDate to);

    /** The steps of a profile as they are kept. */
    record StepList(List<DeadlineStep> items) {

        public StepList {
            items = List.copyOf(items);
        }
    }

    record ProfileRow(
            String code,
            int version,
            String label,
            String source,
            StepList steps,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {

        static ProfileRow of(DeadlineProfile profile) {
            return new ProfileRow(
                    profile.code(),
                    profile.version(),
                    profile.label(),
                    profile.source(),
                    new StepList(profile.steps()),
                    profile.effectiveFrom(),
                    profile.effectiveTo());
        }

        DeadlineProfile asProfile() {
            return new DeadlineProfile(code, label, version, source, steps.items(), effectiveFrom, effectiveTo);
        }
    }
}
