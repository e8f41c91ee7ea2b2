package io.qihang.visit.domain;

import io.qihang.indicator.Candidate;
import io.qihang.indicator.CountedMember;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.RegionCode;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Counts of field work; the SQL stands in {@code IndicatorMapper.xml}. */
@Mapper
interface IndicatorMapper {

    List<KeyCount> counts(@Param("time") YearToDate time);

    List<CountedMember> firms(boolean visited, RegionCode place, YearToDate time, @Nullable UUID after, int limit);

    List<CountedMember> promises(boolean kept, RegionCode place, YearToDate time, @Nullable UUID after, int limit);

    List<Candidate> unvisited(RegionCode place, YearToDate time, @Nullable UUID after, int limit);

    List<Candidate> unkept(RegionCode place, YearToDate time, @Nullable UUID after, int limit);

    record KeyCount(String key, RegionCode unit, int count) {}
}
